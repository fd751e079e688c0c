package io.outrider.orchestrator.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What every answer of the REST door comes in. */
final class Envelope {

    private Envelope() {}

    @RegisterForReflection
    @Schema(name = "Metadata")
    record Metadata(String requestId, String timestamp, String message) {}

    @RegisterForReflection
    @Schema(name = "RunEnvelope")
    record OneRun(@JsonProperty("_metadata") Metadata metadata, boolean found, RunView data) {}

    @RegisterForReflection
    @Schema(name = "RunListEnvelope")
    record Runs(@JsonProperty("_metadata") Metadata metadata, boolean found, RunList data) {}

    @RegisterForReflection
    @Schema(name = "RunList")
    record RunList(
            List<RunView> runs,

            @Schema(description = "Send it as cursor for the next page; empty on the last one.")
            String nextCursor) {}
}
