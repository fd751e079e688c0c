package io.outrider.orchestrator.step;

import io.outrider.kit.time.Timestamps;
import io.outrider.review.v1.Proposal;
import io.outrider.type.v1.Claim;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Until when what a proposal says may be said. */
final class Freshness {

    private Freshness() {}

    /** When the first of the facts that the proposal cites expires; null where none does. */
    static @Nullable Instant of(Proposal proposal) {
        return proposal.getClaimsList().stream()
                .filter(Claim::hasExpireTime)
                .map(claim -> Timestamps.toInstant(claim.getExpireTime()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
