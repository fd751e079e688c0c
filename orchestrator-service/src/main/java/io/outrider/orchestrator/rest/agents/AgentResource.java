package io.outrider.orchestrator.rest.agents;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.NotFound;
import io.outrider.kit.id.Ids;
import io.outrider.orchestrator.rest.Allowed;
import io.outrider.orchestrator.rest.FlatBody;
import io.outrider.orchestrator.rest.Problem;
import io.outrider.orchestrator.rest.RestCaller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Single agents over REST. They find, judge and write; they act on nothing, so no gate is asked. */
@Path("/api/v2/agents")
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Agents", description = "One agent, one question, one answer. Nothing is sent or written elsewhere.")
@APIResponse(
        responseCode = "default",
        description = "What went wrong. 429 and 503 say in Retry-After when to come back.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class AgentResource {

    private final RunAgent agents;
    private final AgentBody bodies;
    private final RestCaller caller;
    private final AtWork atWork;

    AgentResource(RunAgent agents, AtWork atWork, AgentBody bodies, RestCaller caller) {
        this.agents = agents;
        this.atWork = atWork;
        this.bodies = bodies;
        this.caller = caller;
    }

    @POST
    @Path("{agent}/run")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(asIn = "StartRun")
    @Operation(
            operationId = "runAgent",
            summary = "Ask one agent and wait for its answer",
            description =
                    "Idempotent on requestId: a repeat gets the first answer, whatever the library has become since. A "
                            + "call that broke off goes on where it was when it is repeated.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AgentDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "The answer. found is false where the agent found nothing to answer from.",
            content = @Content(schema = @Schema(implementation = AgentEnvelope.class)))
    public Uni<byte[]> run(
            byte[] body,
            @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {
                                                "enrich-company",
                                                "enrich-person",
                                                "qualify-company",
                                                "qualify-person",
                                                "sequence",
                                                "call-prep",
                                                "prospector"
                                            }))
                    @PathParam("agent")
                    String agent,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String idempotencyKey) {
        var kind = Arrays.stream(AgentKind.values())
                .filter(it -> it.word().equals(agent))
                .findFirst()
                .orElseThrow(() -> new NotFound("agent", agent));
        var json = FlatBody.read(body);
        var requestId = requestId(json, idempotencyKey);
        var ask = bodies.read(kind, json);
        var asker = caller.get();
        return atWork.within(() -> agents.ask(asker, requestId, ask));
    }

    static String requestId(FlatBody json, String idempotencyKey) {
        var named = json.text("requestId");
        var given = named.isEmpty() ? idempotencyKey : named;
        return given.isEmpty() ? Ids.next("req") : Check.requestId(given);
    }
}
