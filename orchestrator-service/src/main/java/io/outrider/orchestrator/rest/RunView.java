package io.outrider.orchestrator.rest;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One run, flat. Every key is always there; what is not known yet is empty, 0 or null. */
@RegisterForReflection
@Schema(
        name = "Run",
        description = "One run, flat. Every key is always there; what is not known yet is empty, 0 or null.")
public record RunView(
        String runId,

        @Schema(
                enumeration = {
                    "QUEUED",
                    "RUNNING",
                    "WAITING",
                    "COMPLETED",
                    "DISQUALIFIED",
                    "CANCELLED",
                    "FAILED",
                    "NEEDS_ATTENTION",
                    "HELD"
                })
        String state,

        @Schema(enumeration = {"RESEARCH", "QUALIFY", "DRAFT", "PROPOSE", "ACT", "DONE"})
        String step,

        @Schema(description = "Why the run ended, waits or failed.")
        String reason,

        String domain,
        String companyName,
        String firstName,
        String lastName,
        String title,
        String email,
        String playbook,

        @Schema(enumeration = {"RULES", "ASSISTED", "GUIDED", "AUTONOMOUS"})
        String level,

        @Schema(description = "1 to 10; 0 before qualification.")
        int score,

        @Schema(enumeration = {"", "STRONG", "POSSIBLE", "WEAK", "DISQUALIFIED"})
        String tier,

        @Schema(description = "0 to 1.") double confidence,
        boolean partial,
        boolean degraded,
        double costUsd,
        long promptTokens,
        long completionTokens,
        int modelCalls,
        String briefId,
        String verdictId,
        String sequenceId,
        String batchId,
        long libraryRevision,
        String createdAt,
        String updatedAt,

        @Schema(nullable = true, description = "Null while the run goes on.") @Nullable
        String endedAt,

        @Schema(description = "Empty in lists.") List<ActionView> actions,
        @Schema(description = "Empty in lists.") List<EventView> timeline) {

    @RegisterForReflection
    @Schema(name = "Action")
    public record ActionView(
            String type, String state, String reason, String reviewItemId, String grantId, String externalId) {}

    @RegisterForReflection
    @Schema(name = "Event")
    public record EventView(String time, String step, String event, String detail) {}
}
