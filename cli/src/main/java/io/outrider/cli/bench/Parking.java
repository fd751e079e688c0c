package io.outrider.cli.bench;

import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunServiceGrpc.RunServiceBlockingStub;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.orchestrator.v1.WatchRunRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/** Brings accounts to the gate, where they wait for a reviewer who never comes. */
final class Parking {

    private static final int AT_ONCE = 200;

    private final RunServiceBlockingStub runs;
    private final BenchAccounts accounts;

    Parking(RunServiceBlockingStub runs, BenchAccounts accounts) {
        this.runs = runs;
        this.accounts = accounts;
    }

    /**
     * @param progress told how many have come to rest
     * @return how many wait
     */
    int park(int first, int count, IntConsumer progress) {
        var waiting = 0;
        for (var done = 0; done < count; done += AT_ONCE) {
            var batch = runs.startBatch(accounts.batch(first + done, Math.min(AT_ONCE, count - done)));
            Map<String, RunState> states = new HashMap<>();
            runs.watchRun(WatchRunRequest.newBuilder()
                            .setBatchId(batch.getBatchId())
                            .build())
                    .forEachRemaining(change -> put(states, change.getRun()));
            waiting += (int) states.values().stream()
                    .filter(state -> state == RunState.RUN_STATE_WAITING)
                    .count();
            progress.accept(done + states.size());
        }
        return waiting;
    }

    private static void put(Map<String, RunState> states, Run run) {
        states.put(run.getId(), run.getState());
    }
}
