package io.outrider.orchestrator.rest.agents;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.outrider.kit.error.Failure;
import io.outrider.orchestrator.rest.Envelope;
import io.outrider.orchestrator.rest.agents.view.CallPrepView;
import io.outrider.orchestrator.rest.agents.view.CompanyView;
import io.outrider.orchestrator.rest.agents.view.PersonView;
import io.outrider.orchestrator.rest.agents.view.ProspectsView;
import io.outrider.orchestrator.rest.agents.view.SequenceView;
import io.outrider.orchestrator.rest.agents.view.VerdictView;
import io.outrider.type.v1.Cost;
import io.outrider.type.v1.Work;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An agent's answer as it is sent and kept. */
@RegisterForReflection
@Schema(
        name = "AgentEnvelope",
        description = "An agent's answer. Every key is always there; what is not known is null.")
record AgentEnvelope(
        @JsonProperty("_metadata") Envelope.Metadata metadata,
        boolean found,
        String message,

        @Schema(
                nullable = true,
                description = "By agent: Company, Person, Qualification, Sequence, CallPrep, Prospects. "
                        + "Null where nothing was found.",
                oneOf = {
                    CompanyView.class,
                    PersonView.class,
                    VerdictView.class,
                    SequenceView.class,
                    CallPrepView.class,
                    ProspectsView.class
                })
        @Nullable
        Object data,

        @Schema(description = "Null: an agent called alone belongs to no run.") @Nullable
        String runId,

        @Schema(description = "Revision of the library it was judged or written by; null for agents that need none.")
        @Nullable
        Long libraryVersion,

        @Schema(description = "Null: nothing was proposed, so no policy was asked.") @Nullable
        Long policyVersion,

        List<String> modelsUsed,
        Envelope.Price cost,

        @Schema(description = "A model was asked for and rules answered in its place.")
        boolean degraded,

        @Schema(description = "Some of the work failed and the rest is returned.")
        boolean partial,

        @Schema(description = "Only in what is posted or fetched later: the reason why there is no answer, else null.")
        @Nullable
        String error,

        @Nullable String traceId) {

    /** There is no answer, and there will be none. */
    static AgentEnvelope of(String requestId, Failure failure, @Nullable Long revision, Instant now) {
        var message = String.valueOf(failure.getMessage());
        var nothing = Cost.getDefaultInstance();
        return new AgentEnvelope(
                new Envelope.Metadata(requestId, now.toString(), Envelope.Usage.of(nothing), message),
                false,
                message,
                null,
                null,
                revision,
                null,
                List.of(),
                Envelope.Price.of(nothing),
                false,
                false,
                failure.reason(),
                Envelope.traceId());
    }

    static AgentEnvelope of(String requestId, Answered answered, @Nullable Long revision, Instant now) {
        var cost = cost(answered.works());
        var message = message(answered);
        return new AgentEnvelope(
                new Envelope.Metadata(requestId, now.toString(), Envelope.Usage.of(cost), message),
                answered.found(),
                message,
                answered.data(),
                null,
                revision,
                null,
                answered.works().stream()
                        .flatMap(work -> work.getModelsList().stream())
                        .distinct()
                        .toList(),
                Envelope.Price.of(cost),
                answered.works().stream().anyMatch(Work::getDegraded),
                answered.works().stream().anyMatch(Work::getPartial),
                null,
                Envelope.traceId());
    }

    private static String message(Answered answered) {
        var lacking = answered.works().stream()
                .flatMap(work ->
                        Stream.concat(work.getDegradedReasonsList().stream(), work.getPartialReasonsList().stream()))
                .distinct()
                .collect(Collectors.joining("; "));
        return lacking.isEmpty() ? (answered.found() ? "Done" : "Nothing was found") : lacking;
    }

    private static Cost cost(List<Work> works) {
        var sum = Cost.newBuilder();
        works.stream()
                .map(Work::getCost)
                .forEach(cost -> sum.setMicroUsd(sum.getMicroUsd() + cost.getMicroUsd())
                        .setPromptTokens(sum.getPromptTokens() + cost.getPromptTokens())
                        .setCompletionTokens(sum.getCompletionTokens() + cost.getCompletionTokens())
                        .setModelCalls(sum.getModelCalls() + cost.getModelCalls())
                        .setPagesFetched(sum.getPagesFetched() + cost.getPagesFetched()));
        return sum.build();
    }
}
