package io.outrider.orchestrator.rest;

import io.outrider.kit.security.Caller;
import io.outrider.orchestrator.v1.ListRunsRequest;
import io.outrider.orchestrator.v1.ListRunsResponse;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.StartRunRequest;
import io.outrider.orchestrator.v1.StartRunResponse;
import io.smallrye.mutiny.Uni;

/** The use cases behind RunService, which REST calls too. They fail with the kit's failures. */
public interface RunDoor {

    Uni<StartRunResponse> start(StartRunRequest request, Caller caller);

    /** With timeline and actions. */
    Uni<Run> get(String runId, Caller caller);

    Uni<ListRunsResponse> list(ListRunsRequest request, Caller caller);

    /** Under which trace everything of the run is found. */
    String traceId(String runId);
}
