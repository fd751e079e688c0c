package io.outrider.qualify.fact;

import java.time.Instant;
import java.util.Comparator;

/**
 * One usable claim of a brief.
 *
 * @param claimId the brief's claim
 * @param value a String, Double or Boolean, as the predicate asks
 * @param text the value as the claim wrote it
 * @param quote the first quote behind it; may be empty
 * @param confidence 0 to 1, as research gave it
 */
public record Fact(
        String claimId,
        String predicate,
        Object value,
        String text,
        String quote,
        FactStatus status,
        double confidence,
        boolean inferred,
        Instant asOf) {

    /** Best first: status, then confidence, then age; the id makes the order total. */
    static final Comparator<Fact> BEST_FIRST = Comparator.comparing(Fact::status)
            .thenComparing(Fact::confidence, Comparator.reverseOrder())
            .thenComparing(Fact::asOf, Comparator.reverseOrder())
            .thenComparing(Fact::claimId);

    private static final double INFERRED = 0.9;

    public Fact {
        confidence = Math.clamp(confidence, 0.0, 1.0);
    }

    /** How much an answer may rest on this fact, 0 to 1. */
    public double weight() {
        return confidence * status.factor() * (inferred ? INFERRED : 1.0);
    }
}
