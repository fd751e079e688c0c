package io.outrider.qualify.wire;

import io.outrider.kit.time.Timestamps;
import io.outrider.qualify.fact.Fact;
import io.outrider.qualify.fact.FactStatus;
import io.outrider.qualify.fact.FactValue;
import io.outrider.qualify.fact.Facts;
import io.outrider.type.v1.Brief;
import io.outrider.type.v1.Claim;
import io.outrider.type.v1.ValueType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/**
 * The claims of a brief that may be used now.
 *
 * @param expired claims left out because they must be read again first
 */
record FactsFromWire(Facts facts, int expired) {

    static FactsFromWire of(Brief brief, Instant now) {
        var facts = new ArrayList<Fact>();
        var expired = 0;
        for (var claim : brief.getClaimsList()) {
            if (claim.hasExpireTime() && !now.isBefore(Timestamps.toInstant(claim.getExpireTime()))) {
                expired++;
            } else {
                fact(claim).ifPresent(facts::add);
            }
        }
        return new FactsFromWire(Facts.of(facts), expired);
    }

    /** Replaced, unread and malformed claims are no facts. */
    private static Optional<Fact> fact(Claim claim) {
        var status = Enums.factStatus(claim.getStatus());
        if (status.isEmpty()
                || !claim.getSupersededBy().isEmpty()
                || claim.getId().isEmpty()) {
            return Optional.empty();
        }
        var number = claim.getValueType() == ValueType.VALUE_TYPE_NUMBER;
        var bool = claim.getValueType() == ValueType.VALUE_TYPE_BOOLEAN;
        return FactValue.parse(claim.getPredicate(), number, bool, claim.getValue())
                .map(value -> fact(claim, value, status.get()));
    }

    private static Fact fact(Claim claim, Object value, FactStatus status) {
        return new Fact(
                claim.getId(),
                claim.getPredicate(),
                value,
                claim.getValue().strip(),
                claim.getEvidenceCount() == 0 ? "" : claim.getEvidence(0).getQuote(),
                status,
                claim.getConfidence(),
                claim.getInferred(),
                Timestamps.toInstant(claim.getAsOf()));
    }
}
