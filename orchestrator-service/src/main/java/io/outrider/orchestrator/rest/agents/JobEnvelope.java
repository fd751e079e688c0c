package io.outrider.orchestrator.rest.agents;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.outrider.orchestrator.rest.Envelope;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A job as it stands. */
@RegisterForReflection
@Schema(name = "JobEnvelope", description = "A job as it stands. Every key is always there.")
record JobEnvelope(
        @JsonProperty("_metadata") Envelope.Metadata metadata,
        @Schema(description = "Whether there is an answer.") boolean found,
        String message,
        JobView data) {

    @RegisterForReflection
    @Schema(name = "Job")
    record JobView(
            String id,
            String agent,

            @Schema(enumeration = {"WORKING", "ANSWERED"}) String state,

            String statusUrl,
            @Nullable String callbackUrl,

            @Schema(enumeration = {"NONE", "PENDING", "DELIVERED", "FAILED"})
            String callbackState,

            int callbackAttempts,
            @Nullable String callbackReason,
            String createdAt,
            @Nullable String endedAt,

            @Schema(nullable = true, implementation = AgentEnvelope.class) @JsonRawValue @Nullable
            String result) {}

    static JobEnvelope of(AgentJob job, String message, Instant now) {
        var call = job.call();
        var answer = call.answer();
        var view = new JobView(
                call.id(),
                job.agent().word(),
                answer == null ? "WORKING" : "ANSWERED",
                "/api/v2/async/agent/runs/" + call.id(),
                job.callbackUrl(),
                job.delivery().name(),
                job.attempts(),
                job.deliveryReason().isEmpty() ? null : job.deliveryReason(),
                job.created().toString(),
                job.ended() == null ? null : String.valueOf(job.ended()),
                answer == null ? null : new String(answer, StandardCharsets.UTF_8));
        return new JobEnvelope(
                new Envelope.Metadata(call.requestId(), now.toString(), null, message), answer != null, message, view);
    }
}
