package io.outrider.orchestrator.step;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Dies once at the place that a test names. What was committed stays, what was not is gone, as after SIGKILL. */
@Alternative
@Priority(1)
@ApplicationScoped
public class CrashScript implements CrashPoint {

    private final Queue<String> places = new ConcurrentLinkedQueue<>();

    /** The next run that passes the place dies there. */
    public void dieOnce(String place) {
        places.add(place);
    }

    @Override
    public void pass(String runId, Place place) {
        if (places.remove(place.name())) {
            throw new Died(place);
        }
    }

    static final class Died extends Error {
        Died(Place place) {
            super("Died at " + place, null, false, false);
        }
    }
}
