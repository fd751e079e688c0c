package io.outrider.orchestrator.step;

import io.outrider.kit.security.Lane;

/** In which lane a run's questions to the agents go. */
final class Lanes {

    private Lanes() {}

    /** Somebody waits for a run that is not one of a batch. */
    static Lane of(Journey journey) {
        return journey.run().getBatchId().isEmpty() ? Lane.INTERACTIVE : Lane.BATCH;
    }
}
