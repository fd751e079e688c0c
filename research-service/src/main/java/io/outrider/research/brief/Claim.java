package io.outrider.research.brief;

import io.outrider.kit.id.Sha256;
import java.time.Instant;
import java.util.List;

/**
 * One fact and the quotes that carry it.
 *
 * @param subject the account's domain
 * @param value numbers in plain decimal notation
 * @param confidence 0 to 1
 * @param supersededBy id of the claim that replaced this one, empty while it is current
 */
public record Claim(
        String id,
        String subject,
        Predicate predicate,
        String value,
        Instant asOf,
        List<Evidence> evidence,
        ClaimStatus status,
        double confidence,
        boolean inferred,
        String supersededBy,
        Instant expiresAt) {

    public Claim {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("A claim without evidence is no claim");
        }
    }

    /** The same subject, predicate, value and evidence always give the same id. */
    static String idOf(String subject, Predicate predicate, String value, List<Evidence> evidence) {
        var content = new StringBuilder(subject)
                .append('\n')
                .append(predicate.wireName())
                .append('\n')
                .append(value);
        evidence.stream()
                .map(Evidence::id)
                .sorted()
                .forEach(id -> content.append('\n').append(id));
        return "clm_" + Sha256.hex(content.toString()).substring(0, 32);
    }

    /** Whether the fact may be used. */
    public boolean holds() {
        return status == ClaimStatus.SUPPORTED && supersededBy.isEmpty();
    }

    Claim contradicted() {
        return with(ClaimStatus.CONTRADICTED, Math.min(confidence, 0.3), "");
    }

    Claim superseded(String by) {
        return with(ClaimStatus.PARTIALLY, Math.min(confidence, 0.5), by);
    }

    private Claim with(ClaimStatus newStatus, double newConfidence, String by) {
        return new Claim(
                id, subject, predicate, value, asOf, evidence, newStatus, newConfidence, inferred, by, expiresAt);
    }
}
