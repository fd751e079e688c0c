package io.outrider.orchestrator.run.door;

import io.outrider.kit.error.InvalidField;
import io.outrider.kit.error.NotFound;
import io.outrider.kit.page.Page;
import io.outrider.kit.page.PageSize;
import io.outrider.kit.page.PageToken;
import io.outrider.kit.security.Caller;
import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.run.RunFilter;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.state.RunState;
import io.outrider.orchestrator.run.store.RunStore;
import io.outrider.orchestrator.v1.ListRunsRequest;
import io.outrider.orchestrator.v1.ListRunsResponse;
import io.outrider.orchestrator.v1.Run;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;

/** Use case: look at the runs of the caller's workspace. */
@ApplicationScoped
class FindRuns {

    private final RunStore store;

    FindRuns(RunStore store) {
        this.store = store;
    }

    Uni<Run> one(RunKey key) {
        return store.get(key).map(run -> run.orElseThrow(() -> new NotFound("run", key.id())));
    }

    Uni<ListRunsResponse> page(Caller caller, ListRunsRequest request) {
        var size = PageSize.of(request.getPageSize());
        var before = PageToken.decode(request.getPageToken()).map(PageToken::id).orElse("");
        var filter = new RunFilter(caller.workspace(), states(request), request.getBatchId(), request.getDomain());
        return store.list(filter, before, size.plusOne())
                .map(runs -> Page.of(
                        runs, size, run -> new PageToken(Timestamps.toInstant(run.getCreateTime()), run.getId())))
                .map(page -> ListRunsResponse.newBuilder()
                        .addAllRuns(page.rows())
                        .setNextPageToken(page.nextToken())
                        .build());
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
