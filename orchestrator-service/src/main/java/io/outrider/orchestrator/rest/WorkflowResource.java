package io.outrider.orchestrator.rest;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.InvalidField;
import io.outrider.orchestrator.v1.ListRunsRequest;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.orchestrator.v1.StartRunResponse;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Runs over REST, for Clay, n8n, Zapier and whatever else speaks JSON. */
@Path("/api/v2/workflows")
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Runs", description = "One account's way from research to granted actions.")
@APIResponse(
        responseCode = "default",
        description = "What went wrong. 429 and 503 say in Retry-After when to come back.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class WorkflowResource {

    private final RunDoor runs;
    private final RestCaller caller;
    private final Clock clock;

    WorkflowResource(RunDoor runs, RestCaller caller, Clock clock) {
        this.runs = runs;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("run")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(asIn = "StartRun")
    @Operation(
            operationId = "startRun",
            summary = "Start a run",
            description =
                    "Answers once the run is accepted and survives any crash. Idempotent on requestId. An account "
                            + "has one active run per playbook: starting another answers with the active one.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = StartDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "The run as it stands.",
            content = @Content(schema = @Schema(implementation = Envelope.OneRun.class)))
    public Uni<Envelope.OneRun> start(
            byte[] body, @HeaderParam("Idempotency-Key") @DefaultValue("") String idempotencyKey) {
        var request = StartBody.read(body, idempotencyKey);
        return runs.start(request, caller.get())
                .map(started -> one(request.getRequestId(), message(started), started.getRun()));
    }

    @GET
    @Path("runs/{id}")
    @Allowed(asIn = "GetRun")
    @Operation(operationId = "getRun", summary = "Get a run with its actions and timeline")
    @APIResponse(
            responseCode = "200",
            description = "The run.",
            content = @Content(schema = @Schema(implementation = Envelope.OneRun.class)))
    public Uni<Envelope.OneRun> get(@PathParam("id") String id) {
        return runs.get(id, caller.get()).map(run -> one(null, "", run));
    }

    @GET
    @Path("status")
    @Allowed(asIn = "GetRun")
    @Operation(operationId = "getRunStatus", summary = "Get a run, named in the query", description = "As runs/{id}.")
    @APIResponse(
            responseCode = "200",
            description = "The run.",
            content = @Content(schema = @Schema(implementation = Envelope.OneRun.class)))
    public Uni<Envelope.OneRun> status(
            @Parameter(required = true) @QueryParam("runId") @DefaultValue("") String runId) {
        return get(Check.notBlank(runId, "runId"));
    }

    @GET
    @Path("runs")
    @Allowed(asIn = "ListRuns")
    @Operation(operationId = "listRuns", summary = "List runs, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of runs.",
            content = @Content(schema = @Schema(implementation = Envelope.Runs.class)))
    public Uni<Envelope.Runs> list(
            @Parameter(description = "One or more states with commas between, for example WAITING,RUNNING.")
                    @QueryParam("state")
                    @DefaultValue("")
                    String state,
            @QueryParam("domain") @DefaultValue("") String domain,
            @Parameter(description = "nextCursor of the page before.") @QueryParam("cursor") @DefaultValue("")
                    String cursor,
            @Parameter(description = "1 to 200; 50 where it is left out.") @QueryParam("limit") @DefaultValue("")
                    String limit) {
        var request = ListRunsRequest.newBuilder()
                .addAllStates(states(state))
                .setDomain(domain)
                .setPageToken(cursor)
                .setPageSize(number(limit))
                .build();
        return runs.list(request, caller.get())
                .map(page -> new Envelope.Runs(
                        new Envelope.Metadata(null, clock.instant().toString(), null, ""),
                        page.getRunsCount() > 0,
                        "",
                        new Envelope.RunList(
                                page.getRunsList().stream().map(RunViews::of).toList(), page.getNextPageToken())));
    }

    private Envelope.OneRun one(@Nullable String requestId, String message, Run run) {
        return new Envelope.OneRun(
                new Envelope.Metadata(requestId, clock.instant().toString(), Envelope.Usage.of(run.getCost()), message),
                true,
                message,
                RunViews.of(run),
                run.getId(),
                run.getLibraryRevision(),
                RunGrounds.policyVersion(run),
                RunGrounds.models(run),
                Envelope.Price.of(run.getCost()),
                runs.traceId(run.getId()));
    }

    private static String message(StartRunResponse started) {
        return started.getAlreadyActive() ? "This account has an active run already" : "Accepted";
    }

    private static int number(String limit) {
        if (limit.isEmpty()) {
            return 0;
        }
        if (!limit.matches("\\d{1,6}") || limit.equals("0")) {
            throw new InvalidField("limit", "must be 1 to 200");
        }
        return Integer.parseInt(limit);
    }

    private static List<RunState> states(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(WorkflowResource::state)
                .toList();
    }

    private static RunState state(String word) {
        for (var state : RunState.values()) {
            if (state != RunState.UNRECOGNIZED
                    && !Words.of(state).isEmpty()
                    && Words.of(state).equals(word.toUpperCase(Locale.ROOT))) {
                return state;
            }
        }
        throw new InvalidField(
                "state",
                "must be one of QUEUED, RUNNING, WAITING, COMPLETED, DISQUALIFIED, CANCELLED, FAILED, NEEDS_ATTENTION, HELD");
    }
}
