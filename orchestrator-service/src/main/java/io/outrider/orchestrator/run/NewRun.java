package io.outrider.orchestrator.run;

import io.outrider.orchestrator.v1.Run;

/**
 * A run to be accepted.
 *
 * @param run as it begins: QUEUED at RESEARCH, version 1, with its times
 * @param requestedPlaybook empty where qualification chooses; an account has one active run for each
 * @param levelOpen whether qualification settles the level, together with the playbook
 * @param batchIndex its place in the batch, from 0; 0 without a batch
 * @param place in the queue
 * @param limit the run's own budget
 * @param hold why it must not go on yet; {@link Hold#NONE} where it may
 */
public record NewRun(
        String workspace,
        Run run,
        String requestedPlaybook,
        boolean levelOpen,
        int batchIndex,
        QueuePlace place,
        SpendLimit limit,
        Hold hold) {

    public RunKey key() {
        return new RunKey(workspace, run.getId());
    }
}
