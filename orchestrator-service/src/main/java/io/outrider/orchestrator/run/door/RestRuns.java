package io.outrider.orchestrator.run.door;

import io.outrider.kit.error.Check;
import io.outrider.kit.security.Caller;
import io.outrider.orchestrator.rest.RunDoor;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.RunTrace;
import io.outrider.orchestrator.v1.ListRunsRequest;
import io.outrider.orchestrator.v1.ListRunsResponse;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.StartRunRequest;
import io.outrider.orchestrator.v1.StartRunResponse;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The use cases as the REST door calls them. */
@ApplicationScoped
class RestRuns implements RunDoor {

    private final StartRuns starts;
    private final FindRuns finds;

    RestRuns(StartRuns starts, FindRuns finds) {
        this.starts = starts;
        this.finds = finds;
    }

    @Override
    public Uni<StartRunResponse> start(StartRunRequest request, Caller caller) {
        Check.requestId(request.getRequestId());
        return starts.one(caller, request);
    }

    @Override
    public Uni<Run> get(String runId, Caller caller) {
        return finds.one(new RunKey(caller.workspace(), runId));
    }

    @Override
    public Uni<ListRunsResponse> list(ListRunsRequest request, Caller caller) {
        return finds.page(caller, request);
    }

    @Override
    public String traceId(String runId) {
        return RunTrace.id(runId);
    }
}
