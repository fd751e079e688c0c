package io.outrider.orchestrator.step;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
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
    private final Map<String, Queue<RuntimeException>> meetings = new ConcurrentHashMap<>();

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

    /** The next runs that pass the place meet these, one each. */
    public void meet(String place, RuntimeException... troubles) {
        meetings.computeIfAbsent(place, key -> new ConcurrentLinkedQueue<>()).addAll(List.of(troubles));
    }

    @Override
    public void pass(String runId, Place place) {
        var trouble = meetings.getOrDefault(place.name(), new ConcurrentLinkedQueue<>())
                .poll();
        if (trouble != null) {
            throw trouble;
        }
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
