package io.outrider.review.policy;

import io.outrider.kit.error.InvalidField.Violation;
import io.outrider.review.catalogue.Catalogue;
import java.time.Duration;
import java.util.List;

/** Checks what a policy says of holds, planted items, targets and autonomy. */
final class NewRules {

    private static final Duration LONGEST_HOLD = Duration.ofMinutes(5);
    private static final double LEAST_PLANTED = 0.01;
    private static final double MOST_PLANTED = 0.03;
    private static final double LEAST_PRECISION = 0.5;
    private static final double MOST_PRECISION = 0.999;
    private static final double LEAST_CONFIDENCE = 0.8;
    private static final int LEAST_ITEMS = 20;

    private NewRules() {}

    static void check(Policy policy, List<Violation> wrong) {
        var hold = policy.decisionHold();
        require(
                !hold.isNegative() && hold.compareTo(LONGEST_HOLD) <= 0,
                "policy.decision_hold",
                "0 to 5 minutes",
                wrong);
        var planted = policy.plantedRate();
        require(
                planted == 0 || between(planted, LEAST_PLANTED, MOST_PLANTED),
                "policy.planted_rate",
                "0, or 0.01 to 0.03",
                wrong);
        require(between(policy.secondLookRate(), 0, 1), "policy.second_look_rate", "0 to 1", wrong);
        var scopes =
                Catalogue.all().stream().flatMap(type -> type.scopes().stream()).toList();
        for (var scope : policy.scopes()) {
            require(scopes.contains(scope), "policy.scopes", "scopes of the catalogue, not " + scope, wrong);
        }
        var autonomy = policy.autonomy();
        require(autonomy.minItems() >= LEAST_ITEMS, "policy.autonomy.min_items", "at least " + LEAST_ITEMS, wrong);
        precision(autonomy.minPrecision(), "policy.autonomy.min_precision", wrong);
        require(
                between(autonomy.confidence(), LEAST_CONFIDENCE, MOST_PRECISION),
                "policy.autonomy.confidence",
                "0.8 to 0.999",
                wrong);
        for (var rate : List.of(autonomy.sampleRate(), autonomy.auditRate())) {
            require(between(rate, PolicyCheck.LEAST_SAMPLE, 1), "policy.autonomy", "rates of 0.01 to 1", wrong);
        }
    }

    static void check(ActionRule rule, String at, List<Violation> wrong) {
        if (rule.targetPrecision() != 0) {
            precision(rule.targetPrecision(), at + ".target_precision", wrong);
        }
        require(rule.highBlastAffected() >= 0, at + ".high_blast_affected", "0 or more", wrong);
        require(rule.highBlastVolume() >= 0, at + ".high_blast_volume", "0 or more", wrong);
    }

    private static void precision(double value, String field, List<Violation> wrong) {
        require(between(value, LEAST_PRECISION, MOST_PRECISION), field, "0.5 to 0.999", wrong);
    }

    private static boolean between(double value, double least, double most) {
        return value >= least && value <= most;
    }

    private static void require(boolean holds, String field, String what, List<Violation> wrong) {
        if (!holds) {
            wrong.add(new Violation(field, "must be " + what));
        }
    }
}
