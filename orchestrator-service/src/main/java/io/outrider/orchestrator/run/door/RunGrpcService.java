package io.outrider.orchestrator.run.door;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.InvalidField;
import io.outrider.kit.error.NotFound;
import io.outrider.kit.error.StateForbids;
import io.outrider.kit.page.Page;
import io.outrider.kit.page.PageSize;
import io.outrider.kit.page.PageToken;
import io.outrider.kit.security.Caller;
import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.run.RunFilter;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.state.RunState;
import io.outrider.orchestrator.run.store.RunStore;
import io.outrider.orchestrator.v1.CancelRunRequest;
import io.outrider.orchestrator.v1.CancelRunResponse;
import io.outrider.orchestrator.v1.GetRunRequest;
import io.outrider.orchestrator.v1.GetRunResponse;
import io.outrider.orchestrator.v1.ListRunsRequest;
import io.outrider.orchestrator.v1.ListRunsResponse;
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
import java.util.Set;
import java.util.stream.Collectors;

/** Translates between the wire and the runs. Holds no rules of its own. */
@GrpcService
class RunGrpcService implements RunService {

    private static final int LARGEST_BATCH = 5_000;
    private static final int LONGEST_REASON = 2_000;

    private final StartRuns starts;
    private final RunStore store;
    private final WatchRuns watches;

    RunGrpcService(StartRuns starts, RunStore store, WatchRuns watches) {
        this.starts = starts;
        this.store = store;
        this.watches = watches;
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
        return get(new RunKey(Caller.current().workspace(), request.getRunId()))
                .map(run -> GetRunResponse.newBuilder().setRun(run).build());
    }

    @Override
    public Uni<ListRunsResponse> listRuns(ListRunsRequest request) {
        var size = PageSize.of(request.getPageSize());
        var before = PageToken.decode(request.getPageToken()).map(PageToken::id).orElse("");
        var filter =
                new RunFilter(Caller.current().workspace(), states(request), request.getBatchId(), request.getDomain());
        return store.list(filter, before, size.plusOne())
                .map(runs -> Page.of(
                        runs, size, run -> new PageToken(Timestamps.toInstant(run.getCreateTime()), run.getId())))
                .map(page -> ListRunsResponse.newBuilder()
                        .addAllRuns(page.rows())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public Uni<CancelRunResponse> cancelRun(CancelRunRequest request) {
        Check.requestId(request.getRequestId());
        Check.atMost(request.getReason(), LONGEST_REASON, "reason");
        var caller = Caller.current();
        var key = new RunKey(caller.workspace(), request.getRunId());
        var reason =
                "Cancelled by " + caller.subject() + (request.getReason().isEmpty() ? "" : ": " + request.getReason());
        return store.cancel(key, reason).chain(cancelled -> get(key).map(run -> cancelled(run, cancelled)));
    }

    @Override
    public Multi<WatchRunResponse> watchRun(WatchRunRequest request) {
        if (request.getRunId().isEmpty() == request.getBatchId().isEmpty()) {
            throw new InvalidField("run_id", "exactly one of run_id and batch_id must be set");
        }
        var workspace = Caller.current().workspace();
        return request.getRunId().isEmpty()
                ? watches.batch(workspace, request.getBatchId())
                : watches.run(new RunKey(workspace, request.getRunId()));
    }

    private Uni<Run> get(RunKey key) {
        return store.get(key).map(run -> run.orElseThrow(() -> new NotFound("run", key.id())));
    }

    /** Cancelling again is no error: the run is as the caller wants it. */
    private static CancelRunResponse cancelled(Run run, boolean now) {
        if (!now && run.getState() != io.outrider.orchestrator.v1.RunState.RUN_STATE_CANCELLED) {
            throw new StateForbids("RUN_ENDED", "The run has ended: " + run.getReason());
        }
        return CancelRunResponse.newBuilder().setRun(run).build();
    }

    private static Set<RunState> states(ListRunsRequest request) {
        return request.getStatesList().stream()
                .map(state -> {
                    if (state.getNumber() <= 0) {
                        throw new InvalidField("states", "must name states of a run");
                    }
                    return RunState.valueOf(state.name().substring("RUN_STATE_".length()));
                })
                .collect(Collectors.toUnmodifiableSet());
    }
}
