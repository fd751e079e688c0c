package io.outrider.research.brief;

import java.time.Instant;
import java.util.Locale;

/**
 * One value that one quote carries, before findings are joined into claims.
 *
 * @param confidence 0 to 1
 * @param inferred the value follows from the quote but is not said in it, for example "over 200" for 200
 * @param trust of the page
 */
public record Finding(
        Predicate predicate,
        String value,
        Evidence evidence,
        double confidence,
        boolean inferred,
        Instant asOf,
        double trust) {

    public static Finding of(
            Predicate predicate, String value, Evidence evidence, double confidence, boolean inferred, Snapshot page) {
        return new Finding(predicate, value, evidence, confidence, inferred, page.asOf(), page.trust());
    }

    /** Findings with one key say the same. */
    String key() {
        return value.toLowerCase(Locale.ROOT);
    }
}
