package io.outrider.orchestrator.rest.agents;

import io.outrider.kit.error.NotFound;
import io.outrider.orchestrator.rest.Allowed;
import io.outrider.orchestrator.rest.FlatBody;
import io.outrider.orchestrator.rest.Problem;
import io.outrider.orchestrator.rest.RestCaller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Agents for callers who do not wait. */
@Path("/api/v2/async")
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Agents")
@APIResponse(
        responseCode = "default",
        description = "What went wrong. 429 and 503 say in Retry-After when to come back.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class AsyncResource {

    private final AskLater later;
    private final AgentJobs jobs;
    private final RestCaller caller;
    private final Clock clock;

    AsyncResource(AskLater later, AgentJobs jobs, RestCaller caller, Clock clock) {
        this.later = later;
        this.jobs = jobs;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("agent/run")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(asIn = "StartRun")
    @Operation(
            operationId = "runAgentLater",
            summary = "Ask one agent and have the answer posted",
            description =
                    "Answers once the question survives any crash. The answer is posted at least once, always with "
                            + "the same webhook-id, until the receiver answers 2xx or the attempts are used up.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AsyncDocument.class)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted.",
            content = @Content(schema = @Schema(implementation = JobEnvelope.class)))
    public Uni<Response> run(byte[] body, @HeaderParam("Idempotency-Key") @DefaultValue("") String idempotencyKey) {
        var requestId = AgentResource.requestId(FlatBody.read(body), idempotencyKey);
        return later.accept(caller.get(), requestId, body)
                .map(job -> Response.accepted(JobEnvelope.of(job, "Accepted", clock.instant()))
                        .location(java.net.URI.create(
                                "/api/v2/async/agent/runs/" + job.call().id()))
                        .build());
    }

    @GET
    @Path("agent/runs/{id}")
    @Allowed(asIn = "GetRun")
    @Operation(operationId = "getAgentRun", summary = "Get a job and its answer")
    @APIResponse(
            responseCode = "200",
            description = "The job.",
            content = @Content(schema = @Schema(implementation = JobEnvelope.class)))
    public Uni<JobEnvelope> get(@PathParam("id") String id) {
        return jobs.read(caller.get().workspace(), id)
                .map(found -> found.map(job -> JobEnvelope.of(
                                job, job.call().answer() == null ? "Working" : "Answered", clock.instant()))
                        .orElseThrow(() -> new NotFound("agent run", id)));
    }

    @GET
    @Path("callback-secret")
    @Allowed(asIn = "CancelRun")
    @Operation(
            operationId = "getCallbackSecret",
            summary = "Get the secret that this workspace's callbacks are signed with",
            description = "Give it to the receiver: any Standard Webhooks library verifies with it.")
    @APIResponse(responseCode = "200", description = "The secret, as Standard Webhooks writes it.")
    public Map<String, String> secret() {
        return Map.of("secret", later.secret(caller.get()));
    }
}
