package io.outrider.orchestrator.run.queue;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.NotFound;
import io.outrider.kit.page.Page;
import io.outrider.kit.page.PageSize;
import io.outrider.kit.page.PageToken;
import io.outrider.kit.security.Caller;
import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.v1.DeadTask;
import io.outrider.orchestrator.v1.DeadTaskService;
import io.outrider.orchestrator.v1.ListDeadTasksRequest;
import io.outrider.orchestrator.v1.ListDeadTasksResponse;
import io.outrider.orchestrator.v1.RetryDeadTaskRequest;
import io.outrider.orchestrator.v1.RetryDeadTaskResponse;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Translates between the wire and what was put aside. Holds no rules of its own. */
@GrpcService
class DeadTaskGrpcService implements DeadTaskService {

    private final DeadTaskRows rows;
    private final RunQueue queue;

    DeadTaskGrpcService(DeadTaskRows rows, RunQueue queue) {
        this.rows = rows;
        this.queue = queue;
    }

    @Override
    public Uni<ListDeadTasksResponse> listDeadTasks(ListDeadTasksRequest request) {
        var workspace = Caller.current().workspace();
        var size = PageSize.of(request.getPageSize());
        var before = PageToken.decode(request.getPageToken()).orElse(DeadTaskRows.NEWEST);
        return Uni.createFrom()
                .completionStage(
                        () -> rows.list(workspace, before, size.plusOne()).toCompletionStage())
                .map(dead -> page(dead, size));
    }

    @Override
    public Uni<RetryDeadTaskResponse> retryDeadTask(RetryDeadTaskRequest request) {
        Check.requestId(request.getRequestId());
        var workspace = Caller.current().workspace();
        var id = request.getDeadTaskId();
        return Uni.createFrom()
                .completionStage(() -> rows.putBack(workspace, id).toCompletionStage())
                .map(there -> {
                    if (!there) {
                        throw new NotFound("dead task", id);
                    }
                    queue.look();
                    return RetryDeadTaskResponse.getDefaultInstance();
                });
    }

    private static ListDeadTasksResponse page(List<DeadTask> dead, PageSize size) {
        var page = Page.of(dead, size, task -> new PageToken(Timestamps.toInstant(task.getFailTime()), task.getId()));
        return ListDeadTasksResponse.newBuilder()
                .addAllDeadTasks(page.rows())
                .setNextPageToken(page.nextToken())
                .build();
    }
}
