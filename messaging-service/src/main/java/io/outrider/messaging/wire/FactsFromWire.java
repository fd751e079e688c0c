package io.outrider.messaging.wire;

import io.outrider.kit.time.Timestamps;
import io.outrider.messaging.material.Fact;
import io.outrider.messaging.material.Fact.Standing;
import io.outrider.type.v1.Brief;
import io.outrider.type.v1.Claim;
import io.outrider.type.v1.ClaimStatus;
import io.outrider.type.v1.Evidence;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The brief's claims, each with whether a sentence may rest on it. */
final class FactsFromWire {

    private FactsFromWire() {}

    static List<Fact> of(Brief brief, String personId, Instant now) {
        var disputed = new HashSet<String>();
        brief.getContradictionsList().forEach(contradiction -> disputed.addAll(contradiction.getClaimIdsList()));
        return brief.getClaimsList().stream()
                .map(claim -> fact(claim, standing(claim, brief.getAccount().getDomain(), personId, disputed, now)))
                .toList();
    }

    private static Fact fact(Claim claim, Standing standing) {
        var quotes = claim.getEvidenceList().stream().map(Evidence::getQuote).toList();
        return new Fact(claim.getId(), claim.getPredicate(), claim.getValue(), quotes, standing);
    }

    private static Standing standing(Claim claim, String domain, String personId, Set<String> disputed, Instant now) {
        var subject = claim.getSubject();
        if (!subject.equalsIgnoreCase(domain) && !subject.equals(personId)) {
            return Standing.FOREIGN;
        }
        boolean quoted = claim.getEvidenceCount() > 0;
        if (claim.getStatus() != ClaimStatus.CLAIM_STATUS_SUPPORTED || !quoted || disputed.contains(claim.getId())) {
            return Standing.NOT_SUPPORTED;
        }
        boolean expires = claim.hasExpireTime();
        boolean expired = expires && !now.isBefore(Timestamps.toInstant(claim.getExpireTime()));
        return expired ? Standing.EXPIRED : Standing.USABLE;
    }
}
