package io.outrider.orchestrator.run.door;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.InvalidField;
import io.outrider.kit.error.StateForbids;
import io.outrider.kit.id.BodyHash;
import io.outrider.kit.security.Caller;
import io.outrider.orchestrator.run.Asked;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.queue.RunQueue;
import io.outrider.orchestrator.run.store.RunStore;
import io.outrider.orchestrator.v1.CancelRunRequest;
import io.outrider.orchestrator.v1.CancelRunResponse;
import io.outrider.orchestrator.v1.GetRunRequest;
import io.outrider.orchestrator.v1.GetRunResponse;
import io.outrider.orchestrator.v1.ListRunsRequest;
import io.outrider.orchestrator.v1.ListRunsResponse;
import io.outrider.orchestrator.v1.RetryRunRequest;
import io.outrider.orchestrator.v1.RetryRunResponse;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunService;
import io.outrider.orchestrator.v1.StartBatchRequest;
import io.outrider.orchestrator.v1.StartBatchResponse;
import io.outrider.orchestrator.v1.StartRunRequest;
import io.outrider.orchestrator.v1.StartRunResponse;
import io.outrider.orchestrator.v1.WatchRunRequest;
import io.outrider.orchestrator.v1.WatchRunResponse;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Translates between the wire and the runs. Holds no rules of its own. */
@GrpcService
class RunGrpcService implements RunService {

    private static final int LARGEST_BATCH = 5_000;
    private static final int LONGEST_REASON = 2_000;

    private final StartRuns starts;
    private final FindRuns finds;
    private final RunStore store;
    private final WatchRuns watches;
    private final RunQueue queue;

    RunGrpcService(StartRuns starts, FindRuns finds, RunStore store, WatchRuns watches, RunQueue queue) {
        this.starts = starts;
        this.finds = finds;
        this.store = store;
        this.watches = watches;
        this.queue = queue;
    }

    @Override
    public Uni<StartRunResponse> startRun(StartRunRequest request) {
        Check.requestId(request.getRequestId());
        return starts.one(Caller.current(), request);
    }

    @Override
    public Uni<StartBatchResponse> startBatch(StartBatchRequest request) {
        Check.requestId(request.getRequestId());
        Check.between(request.getEntriesCount(), 1, LARGEST_BATCH, "entries");
        return starts.batch(Caller.current(), request);
    }

    @Override
    public Uni<GetRunResponse> getRun(GetRunRequest request) {
        return finds.one(new RunKey(Caller.current().workspace(), request.getRunId()))
                .map(run -> GetRunResponse.newBuilder().setRun(run).build());
    }

    @Override
    public Uni<ListRunsResponse> listRuns(ListRunsRequest request) {
        return finds.page(Caller.current(), request);
    }

    @Override
    public Uni<CancelRunResponse> cancelRun(CancelRunRequest request) {
        Check.requestId(request.getRequestId());
        Check.atMost(request.getReason(), LONGEST_REASON, "reason");
        var caller = Caller.current();
        var key = new RunKey(caller.workspace(), request.getRunId());
        var reason =
                "Cancelled by " + caller.subject() + (request.getReason().isEmpty() ? "" : ": " + request.getReason());
        return store.cancel(key, reason).chain(cancelled -> finds.one(key).map(run -> cancelled(run, cancelled)));
    }

    @Override
    public Multi<WatchRunResponse> watchRun(WatchRunRequest request) {
        if (request.getRunId().isEmpty() == request.getBatchId().isEmpty()) {
            throw new InvalidField("run_id", "exactly one of run_id and batch_id must be set");
        }
        var workspace = Caller.current().workspace();
        return request.getRunId().isEmpty()
                ? watches.batch(workspace, request.getBatchId(), request.getEndedOnly())
                : watches.run(new RunKey(workspace, request.getRunId()), request.getEndedOnly());
    }

    @Override
    public Uni<RetryRunResponse> retryRun(RetryRunRequest request) {
        Check.requestId(request.getRequestId());
        var caller = Caller.current();
        var key = new RunKey(caller.workspace(), request.getRunId());
        var asked = new Asked(caller.workspace(), caller.subject(), request.getRequestId(), BodyHash.of(request));
        return finds.one(key)
                .chain(there -> store.retry(asked, key))
                .invoke(queue::look)
                .chain(() -> finds.one(key))
                .map(run -> RetryRunResponse.newBuilder().setRun(run).build());
    }

    /** Cancelling again is no error: the run is as the caller wants it. */
    private static CancelRunResponse cancelled(Run run, boolean now) {
        if (!now && run.getState() != io.outrider.orchestrator.v1.RunState.RUN_STATE_CANCELLED) {
            throw new StateForbids("RUN_ENDED", "The run has ended: " + run.getReason());
        }
        return CancelRunResponse.newBuilder().setRun(run).build();
    }
}
