package io.outrider.orchestrator.run;

/**
 * A request as its sender named it.
 *
 * @param caller request ids are the caller's own: two callers may use the same one
 * @param bodySha256 of the request's bytes
 */
public record Asked(String workspace, String caller, String requestId, byte[] bodySha256) {}
