package io.outrider.orchestrator.step;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Dies once at the place that a test names. What was committed stays, what was not is gone, as after SIGKILL. Or stands
 * still there, as after SIGSTOP.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class CrashScript implements CrashPoint {

    private final Queue<String> places = new ConcurrentLinkedQueue<>();
    private final Map<String, Frozen> freezing = new ConcurrentHashMap<>();

    /** The next run that passes the place dies there. */
    public void dieOnce(String place) {
        places.add(place);
    }

    /** The next run that passes the place stands still there until it is thawed. */
    public Frozen freezeOnce(String place) {
        var frozen = new Frozen();
        freezing.put(place, frozen);
        return frozen;
    }

    @Override
    public void pass(String runId, Place place) {
        if (places.remove(place.name())) {
            throw new Died(place);
        }
        var frozen = freezing.remove(place.name());
        if (frozen != null) {
            frozen.here();
        }
    }

    static final class Died extends Error {
        Died(Place place) {
            super("Died at " + place, null, false, false);
        }
    }
}
