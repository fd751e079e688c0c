package io.outrider.orchestrator.run;

import io.outrider.orchestrator.v1.Run;

/**
 * A run to be accepted.
 *
 * @param run as it begins: QUEUED at RESEARCH, version 1, with its times
 * @param requestedPlaybook empty where qualification chooses; an account has one active run for each
 * @param batchIndex its place in the batch, from 0; 0 without a batch
 * @param priority in the queue: higher goes first
 */
public record NewRun(String workspace, Run run, String requestedPlaybook, int batchIndex, int priority) {

    /** People wait for single runs, nobody waits for a batch. Runs that were decided on go before both (100). */
    public static final int INTERACTIVE = 60;

    public static final int BATCH = 40;

    public RunKey key() {
        return new RunKey(workspace, run.getId());
    }
}
