package io.outrider.cli.demo;

/**
 * One call that the sandbox took and that changed something there.
 *
 * @param kind for example "crm", "sequence", "slack"
 * @param key the idempotency key it came with; empty for none
 * @param recipient the person or record it reached
 * @param duplicate a repeat, answered again without a second effect
 */
public record Received(
        long seq,
        String kind,
        String method,
        String path,
        String key,
        String recipient,
        String body,
        boolean duplicate) {}
