package io.outrider.cli.demo;

import io.outrider.cli.client.Session;
import io.outrider.cli.output.CliFailure;
import io.outrider.orchestrator.v1.ActionState;
import io.outrider.orchestrator.v1.GetRunRequest;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunState;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Waits until nothing moves any more: every decided action has been carried out or has failed. */
public final class Settled {

    private static final Set<RunState> MOVING = Set.of(RunState.RUN_STATE_QUEUED, RunState.RUN_STATE_RUNNING);
    private static final Set<ActionState> UNDER_WAY = Set.of(
            ActionState.ACTION_STATE_PROPOSED, ActionState.ACTION_STATE_GRANTED, ActionState.ACTION_STATE_EXECUTING);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Session session;

    public Settled(Session session) {
        this.session = session;
    }

    /**
     * @param decided items whose decision must have reached the run
     * @return the runs as they are then, whole
     */
    public List<Run> await(List<String> runIds, Set<String> decided, Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        while (true) {
            var runs = read(runIds);
            if (runs.stream().noneMatch(run -> moves(run, decided))) {
                return runs;
            }
            if (System.nanoTime() > end) {
                throw new CliFailure("Some runs still move after " + limit.toSeconds() + " s: "
                        + String.join(
                                ", ",
                                runs.stream()
                                        .filter(run -> moves(run, decided))
                                        .map(Run::getId)
                                        .toList()));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private List<Run> read(List<String> runIds) {
        var stub = session.runs("viewer");
        return runIds.stream()
                .map(id -> stub.getRun(GetRunRequest.newBuilder().setRunId(id).build())
                        .getRun())
                .toList();
    }

    private static boolean moves(Run run, Set<String> decided) {
        return MOVING.contains(run.getState())
                || run.getActionsList().stream()
                        .anyMatch(action -> UNDER_WAY.contains(action.getState())
                                || (action.getState() == ActionState.ACTION_STATE_PENDING_REVIEW
                                        && decided.contains(action.getItemId())));
    }
}
