package io.outrider.orchestrator.batch;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.NotFound;
import io.outrider.kit.error.StateForbids;
import io.outrider.kit.page.Page;
import io.outrider.kit.page.PageSize;
import io.outrider.kit.page.PageToken;
import io.outrider.kit.security.Caller;
import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.run.queue.RunQueue;
import io.outrider.orchestrator.v1.Batch;
import io.outrider.orchestrator.v1.BatchService;
import io.outrider.orchestrator.v1.BatchState;
import io.outrider.orchestrator.v1.CancelBatchRequest;
import io.outrider.orchestrator.v1.CancelBatchResponse;
import io.outrider.orchestrator.v1.GetBatchRequest;
import io.outrider.orchestrator.v1.GetBatchResponse;
import io.outrider.orchestrator.v1.ListBatchesRequest;
import io.outrider.orchestrator.v1.ListBatchesResponse;
import io.outrider.orchestrator.v1.PauseBatchRequest;
import io.outrider.orchestrator.v1.PauseBatchResponse;
import io.outrider.orchestrator.v1.ResumeBatchRequest;
import io.outrider.orchestrator.v1.ResumeBatchResponse;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import java.util.function.Supplier;

/** Translates between the wire and the batches. What is so already stays so: every call may be repeated. */
@GrpcService
class BatchGrpcService implements BatchService {

    private static final int LONGEST_REASON = 2_000;

    private final BatchStore store;
    private final RunQueue queue;

    BatchGrpcService(BatchStore store, RunQueue queue) {
        this.store = store;
        this.queue = queue;
    }

    @Override
    public Uni<GetBatchResponse> getBatch(GetBatchRequest request) {
        return find(Caller.current().workspace(), request.getBatchId())
                .map(batch -> GetBatchResponse.newBuilder().setBatch(batch).build());
    }

    @Override
    public Uni<ListBatchesResponse> listBatches(ListBatchesRequest request) {
        var workspace = Caller.current().workspace();
        var size = PageSize.of(request.getPageSize());
        var before = PageToken.decode(request.getPageToken()).map(PageToken::id).orElse("");
        return uni(() -> store.list(workspace, before, size.plusOne()))
                .map(rows ->
                        Page.of(rows, size, b -> new PageToken(Timestamps.toInstant(b.getCreateTime()), b.getId())))
                .map(page -> ListBatchesResponse.newBuilder()
                        .addAllBatches(page.rows())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public Uni<PauseBatchResponse> pauseBatch(PauseBatchRequest request) {
        Check.requestId(request.getRequestId());
        var caller = Caller.current();
        return going(caller.workspace(), request.getBatchId())
                .chain(batch ->
                        uni(() -> store.pause(caller.workspace(), batch.getId(), "Paused by " + caller.subject())))
                .chain(paused -> find(caller.workspace(), request.getBatchId()))
                .map(batch -> PauseBatchResponse.newBuilder().setBatch(batch).build());
    }

    @Override
    public Uni<ResumeBatchResponse> resumeBatch(ResumeBatchRequest request) {
        Check.requestId(request.getRequestId());
        var workspace = Caller.current().workspace();
        return going(workspace, request.getBatchId())
                .chain(batch -> uni(() -> store.resume(workspace, batch.getId())))
                .invoke(queue::look)
                .chain(released -> find(workspace, request.getBatchId())
                        .map(batch -> ResumeBatchResponse.newBuilder()
                                .setBatch(batch)
                                .setReleased(released)
                                .build()));
    }

    @Override
    public Uni<CancelBatchResponse> cancelBatch(CancelBatchRequest request) {
        Check.requestId(request.getRequestId());
        Check.atMost(request.getReason(), LONGEST_REASON, "reason");
        var caller = Caller.current();
        var reason =
                "Cancelled by " + caller.subject() + (request.getReason().isEmpty() ? "" : ": " + request.getReason());
        return find(caller.workspace(), request.getBatchId())
                .chain(batch -> uni(() -> store.cancel(caller.workspace(), batch.getId(), reason)))
                .chain(cancelled -> find(caller.workspace(), request.getBatchId())
                        .map(batch -> CancelBatchResponse.newBuilder()
                                .setBatch(batch)
                                .setCancelled(cancelled)
                                .build()));
    }

    private Uni<Batch> going(String workspace, String id) {
        return find(workspace, id).invoke(batch -> {
            if (batch.getState() == BatchState.BATCH_STATE_CANCELLED
                    || batch.getState() == BatchState.BATCH_STATE_ENDED) {
                throw new StateForbids("BATCH_ENDED", "The batch has ended");
            }
        });
    }

    private Uni<Batch> find(String workspace, String id) {
        return uni(() -> store.get(workspace, id)).map(found -> found.orElseThrow(() -> new NotFound("batch", id)));
    }

    private static <T> Uni<T> uni(Supplier<Future<T>> future) {
        return Uni.createFrom().completionStage(() -> future.get().toCompletionStage());
    }
}
