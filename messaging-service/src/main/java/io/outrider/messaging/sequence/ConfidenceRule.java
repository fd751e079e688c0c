package io.outrider.messaging.sequence;

import io.outrider.messaging.ground.GroundedSentence;
import io.outrider.messaging.ground.GroundedStep;
import io.outrider.messaging.ground.Support;
import io.outrider.messaging.lint.Finding;
import java.util.List;

/**
 * How sure code is of a sequence, from what it can count. It starts at {@link #BASE} and earns the rest: by the share of
 * assertions that are carried, by how many different claims it uses, by how much of the account is known. A blocking
 * finding caps it.
 */
final class ConfidenceRule {

    private static final double BASE = 0.30;
    private static final double FOR_GROUNDING = 0.25;
    private static final double FOR_CLAIMS = 0.20;
    private static final double FOR_COVERAGE = 0.25;
    private static final int ENOUGH_CLAIMS = 3;
    private static final double PER_WARNING = 0.05;
    private static final double PER_DROPPED = 0.03;
    private static final double MOST_OFF = 0.15;
    private static final double DEGRADED_SHARE = 0.8;
    private static final double CAP_WHERE_BLOCKED = 0.3;

    private ConfidenceRule() {}

    /** @return 0.05 to 0.95 */
    static double of(List<GroundedStep> steps, List<Finding> lint, double coverage, int dropped, boolean degraded) {
        var sentences =
                steps.stream().flatMap(step -> step.sentences().stream()).toList();
        double value = BASE
                + FOR_GROUNDING * groundedShare(sentences, dropped)
                + FOR_CLAIMS * Math.min(1.0, (double) claims(sentences) / ENOUGH_CLAIMS)
                + FOR_COVERAGE * Math.clamp(coverage, 0, 1);
        value -= Math.min(
                MOST_OFF, PER_WARNING * lint.stream().filter(f -> !f.blocks()).count());
        value -= Math.min(MOST_OFF, PER_DROPPED * dropped);
        value *= degraded ? DEGRADED_SHARE : 1;
        boolean blocked = lint.stream().anyMatch(Finding::blocks);
        return Math.clamp(blocked ? Math.min(value, CAP_WHERE_BLOCKED) : value, 0.05, 0.95);
    }

    /** Of what was asserted, dropped sentences included. Who asserts nothing has nothing wrong. */
    private static double groundedShare(List<GroundedSentence> sentences, int dropped) {
        long carried = sentences.stream()
                .filter(s -> s.support() == Support.CLAIM || s.support() == Support.PROOF_POINT)
                .count();
        long asserted = carried
                + dropped
                + sentences.stream().filter(s -> s.support() == Support.NONE).count();
        return asserted == 0 ? 1 : (double) carried / asserted;
    }

    private static long claims(List<GroundedSentence> sentences) {
        return sentences.stream().flatMap(s -> s.claimIds().stream()).distinct().count();
    }
}
