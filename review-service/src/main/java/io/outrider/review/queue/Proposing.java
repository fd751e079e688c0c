package io.outrider.review.queue;

import io.outrider.review.audit.AuditTrail;
import io.outrider.review.audit.Entry;
import io.outrider.review.policy.Policy;
import java.time.Instant;
import java.util.Map;

/** What the audit log says of a proposal, be it the first draft or another. */
final class Proposing {

    private Proposing() {}

    static Entry entry(AuditTrail audit, Item item, Policy policy, Instant now) {
        var kind = switch (item.answer()) {
            case Answer.Granted ignored -> Entry.Kind.GRANTED;
            case Answer.Refused ignored -> Entry.Kind.REFUSED;
            case Answer.Waiting ignored -> Entry.Kind.PROPOSED;
        };
        return audit.entry(
                now,
                kind,
                item.origin().author(),
                item.id(),
                Map.of(
                        "action_type", item.origin().actionType(),
                        "run", item.origin().runId(),
                        "key", item.origin().key(),
                        "version", item.version(),
                        "payload_sha256", item.payloadSha256(),
                        "gate", item.gating().gate(),
                        "policy_version", policy.version(),
                        "reasons", item.gating().reasons(),
                        "grant", item.answer() instanceof Answer.Granted granted ? granted.grantId() : ""));
    }
}
