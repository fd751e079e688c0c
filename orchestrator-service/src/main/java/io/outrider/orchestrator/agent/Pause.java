package io.outrider.orchestrator.agent;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Waits on a virtual thread. Tests put one in its place that does not. */
@ApplicationScoped
class Pause {

    void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the next attempt", e);
        }
    }
}
