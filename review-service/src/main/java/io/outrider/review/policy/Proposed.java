package io.outrider.review.policy;

import java.util.Map;

/**
 * An action that somebody wants to take, as far as the policy looks at it.
 *
 * @param key stable within the run
 * @param payload the payload's JSON object
 * @param account "domain", "name" and "attributes", as CEL sees them
 */
public record Proposed(
        String runId,
        String key,
        String actionType,
        Map<String, Object> payload,
        Map<String, Object> account,
        Risk risk,
        Wording wording,
        Source source) {

    /** From nobody in particular. */
    public Proposed(
            String runId,
            String key,
            String actionType,
            Map<String, Object> payload,
            Map<String, Object> account,
            Risk risk,
            Wording wording) {
        this(runId, key, actionType, payload, account, risk, wording, Source.NONE);
    }
}
