package io.outrider.orchestrator.run.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunState;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Counts, by state, how runs end that somebody carries, and those that wait for a person because they cannot go on. Runs that
 * are cancelled while they wait are not counted; one that was given up counts as failed also where a person is asked first.
 */
@ApplicationScoped
class MoveMeters {

    private static final String ENDED = "outrider.runs.ended";

    private final MeterRegistry meters;

    MoveMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void moved(Run run) {
        if (run.hasEndTime() || run.getState() == RunState.RUN_STATE_NEEDS_ATTENTION) {
            count(run.getState());
        }
    }

    void gaveUp() {
        count(RunState.RUN_STATE_FAILED);
    }

    private void count(RunState state) {
        meters.counter(ENDED, "state", RunColumns.bare(state)).increment();
    }
}
