package io.outrider.orchestrator.step;

import io.outrider.kit.security.Lane;
import io.outrider.orchestrator.v1.RunOrBuilder;

/** In which lane a run's questions to the agents go. */
final class Lanes {

    private Lanes() {}

    /** As in the queue: somebody waits for a run that neither a batch nor a trigger started. */
    static Lane of(RunOrBuilder run) {
        return run.getBatchId().isEmpty() && run.getFiringId().isEmpty() ? Lane.INTERACTIVE : Lane.BATCH;
    }
}
