package io.outrider.orchestrator.signal;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the signals of one account add up to.
 *
 * @param score 0 to 100
 * @param kinds how many kinds of signal contribute
 * @param strongest what is left of the strongest signal
 * @param parts strongest first
 */
public record Intent(double score, int kinds, double strongest, Stage stage, List<Part> parts) {

    /** Where an account stands. Named as on the wire. */
    public enum Stage {
        TARGET,
        AWARENESS,
        CONSIDERATION,
        DECISION,
        PURCHASE
    }

    /** @param strength what is left of the signal's */
    public record Part(AccountSignal signal, double strength) {}

    /** Of one kind; a hundred page views say little more than five. */
    private static final int MOST_OF_A_KIND = 5;

    private static final int FIRST_PARTY = 1;

    public Intent {
        parts = List.copyOf(parts);
    }

    /**
     * The one place where signals are added up:
     *
     * <pre>
     * s_i    = strength_i * 2^(-age_i / halfLife_i)          what is left of a signal; below 0.5 it is left out
     * intent = 100 * (1 - product over i of (1 - s_i / 100)) over the five strongest of each kind
     * </pre>
     *
     * so that each further signal adds a share of what is missing to 100, the order does not matter, and one kind alone cannot
     * outshout the others by number.
     */
    public static Intent of(Collection<AccountSignal> signals, Instant now) {
        var parts = signals.stream()
                .map(signal -> new Part(signal, signal.strengthAt(now)))
                .filter(part -> part.strength() >= AccountSignal.FADED)
                .sorted(Comparator.comparingDouble(Part::strength)
                        .reversed()
                        .thenComparing(part -> part.signal().dedupeKey()))
                .toList();
        Map<SignalKind, Integer> counted = new EnumMap<>(SignalKind.class);
        var missing = 1.0;
        for (var part : parts) {
            if (counted.merge(part.signal().kind(), 1, Integer::sum) <= MOST_OF_A_KIND) {
                missing *= 1 - part.strength() / 100;
            }
        }
        var score = 100 * (1 - missing);
        var strongest = parts.isEmpty() ? 0 : parts.getFirst().strength();
        return new Intent(score, counted.size(), strongest, stage(score, counted.size(), parts), parts);
    }

    private static Stage stage(double score, int kinds, List<Part> parts) {
        if (score >= 85 && kinds >= 3 && parts.stream().anyMatch(p -> p.signal().party() == FIRST_PARTY)) {
            return Stage.PURCHASE;
        }
        if (score >= 70 && kinds >= 2) {
            return Stage.DECISION;
        }
        if (score >= 45) {
            return Stage.CONSIDERATION;
        }
        return score >= 20 ? Stage.AWARENESS : Stage.TARGET;
    }
}
