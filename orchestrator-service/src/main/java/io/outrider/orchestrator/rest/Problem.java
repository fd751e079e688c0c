package io.outrider.orchestrator.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What went wrong (RFC 9457). */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "What went wrong (RFC 9457). Switch on reason; detail is for people.")
public record Problem(
        @Schema(examples = "urn:outrider:problem:INVALID_FIELD")
        String type,

        @Schema(examples = "Bad Request") String title,
        @Schema(examples = "400") int status,
        @Schema(examples = "domain must not be empty") String detail,

        @Schema(description = "The same words as ErrorInfo.reason of the gRPC API.", examples = "INVALID_FIELD")
        String reason,

        @Schema(description = "Every field that is wrong.") List<Violation> violations) {

    public static final String MEDIA_TYPE = "application/problem+json";

    @RegisterForReflection
    public record Violation(@Schema(examples = "domain") String field, String problem) {}
}
