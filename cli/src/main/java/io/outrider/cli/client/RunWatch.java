package io.outrider.cli.client;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.outrider.orchestrator.v1.ListRunsRequest;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunServiceGrpc.RunServiceBlockingStub;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.orchestrator.v1.WatchRunRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Follows the runs of a batch until each has ended or waits for a person. Goes on where it was when the orchestrator goes
 * away and comes back.
 */
public final class RunWatch {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Set<RunState> MOVING = Set.of(RunState.RUN_STATE_QUEUED, RunState.RUN_STATE_RUNNING);

    private final RunServiceBlockingStub runs;
    private final Consumer<String> notes;
    private final Map<String, Run> latest = new LinkedHashMap<>();

    /** @param started the runs as they were accepted */
    public RunWatch(RunServiceBlockingStub runs, List<Run> started, Consumer<String> notes) {
        this.runs = runs;
        this.notes = notes;
        started.forEach(run -> latest.put(run.getId(), run));
    }

    /**
     * @param seen called with the number of runs that have come to rest, at each change
     * @return every run as it was last seen, in the order of starting
     */
    public List<Run> follow(String batchId, Consumer<Integer> seen) {
        return follow(WatchRunRequest.newBuilder().setBatchId(batchId).build(), seen);
    }

    /** The only run that was started, until it rests. */
    public Run followOne() {
        var id = latest.keySet().iterator().next();
        return follow(WatchRunRequest.newBuilder().setRunId(id).build(), ignored -> {})
                .getFirst();
    }

    private List<Run> follow(WatchRunRequest watched, Consumer<Integer> seen) {
        var lastWord = System.nanoTime();
        while (!atRest()) {
            try {
                var changes = runs.watchRun(watched);
                while (changes.hasNext()) {
                    take(changes.next().getRun());
                    seen.accept(resting());
                    lastWord = System.nanoTime();
                }
            } catch (StatusRuntimeException e) {
                if (!passing(e) || System.nanoTime() - lastWord > PATIENCE.toNanos()) {
                    throw e;
                }
                notes.accept("the orchestrator does not answer; trying again");
            }
            if (!atRest()) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        seen.accept(resting());
        return List.copyOf(latest.values());
    }

    /** All runs of a batch as they are now, newest first. */
    public static List<Run> list(RunServiceBlockingStub runs, ListRunsRequest filter) {
        var all = new ArrayList<Run>();
        var token = "";
        do {
            var page = runs.listRuns(filter.toBuilder().setPageToken(token).build());
            all.addAll(page.getRunsList());
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return all;
    }

    private void take(Run run) {
        latest.merge(run.getId(), run, (old, now) -> now.getVersion() >= old.getVersion() ? now : old);
    }

    private boolean atRest() {
        return resting() == latest.size();
    }

    private int resting() {
        return (int) latest.values().stream()
                .filter(run -> !MOVING.contains(run.getState()))
                .count();
    }

    /** The stream breaks when the orchestrator stops; it may come back. */
    private static boolean passing(StatusRuntimeException e) {
        return Set.of(Code.UNAVAILABLE, Code.DEADLINE_EXCEEDED, Code.CANCELLED, Code.UNKNOWN, Code.INTERNAL)
                .contains(e.getStatus().getCode());
    }
}
