package io.outrider.orchestrator.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.opentelemetry.api.trace.Span;
import io.outrider.type.v1.Cost;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What every answer of the REST door comes in. Every key is always there; what is not known is null. */
public final class Envelope {

    private static final double MICROS = 1_000_000.0;

    private Envelope() {}

    @RegisterForReflection
    @Schema(name = "Metadata")
    public record Metadata(
            @Nullable String requestId,
            String timestamp,
            @Nullable Usage usage,
            String message) {}

    @RegisterForReflection
    @Schema(name = "Usage", description = "What the answer took.")
    public record Usage(int modelCalls, int pagesFetched) {

        public static Usage of(Cost cost) {
            return new Usage(cost.getModelCalls(), cost.getPagesFetched());
        }
    }

    @RegisterForReflection
    @Schema(name = "Cost")
    public record Price(double usd, long promptTokens, long completionTokens, int calls) {

        public static Price of(Cost cost) {
            return new Price(
                    cost.getMicroUsd() / MICROS,
                    cost.getPromptTokens(),
                    cost.getCompletionTokens(),
                    cost.getModelCalls());
        }
    }

    @RegisterForReflection
    @Schema(name = "RunEnvelope")
    record OneRun(
            @JsonProperty("_metadata") Metadata metadata,
            boolean found,
            String message,
            RunView data,
            String runId,
            long libraryVersion,

            @Schema(
                    description = "The policy by which the gate last answered a proposal of the run. "
                            + "Null before it did, and in the answer to a start.")
            @Nullable
            Long policyVersion,

            @Schema(
                    description = "Models that did its work, by the providers' names; empty where rules did. "
                            + "Null where it is not known.")
            @Nullable
            List<String> modelsUsed,

            Price cost,
            @Nullable String traceId) {}

    @RegisterForReflection
    @Schema(name = "RunListEnvelope")
    record Runs(@JsonProperty("_metadata") Metadata metadata, boolean found, String message, RunList data) {}

    @RegisterForReflection
    @Schema(name = "RunList")
    record RunList(
            List<RunView> runs,

            @Schema(description = "Send it as cursor for the next page; empty on the last one.")
            String nextCursor) {}

    /** Of the call that is answered now; null where nothing is traced. */
    public static @Nullable String traceId() {
        var context = Span.current().getSpanContext();
        return context.isValid() ? context.getTraceId() : null;
    }
}
