package io.outrider.review.policy;

import io.outrider.review.trust.AutonomyLevel;
import io.outrider.review.trust.Track;
import io.outrider.review.trust.Trust;
import java.util.ArrayList;
import java.util.List;

/** Why a person must see what the matrix would let pass. Adds people, never takes one away. */
final class People {

    private People() {}

    /** What is about this proposal. */
    static List<Reason> reasons(ActionRule rule, Proposed proposed, Policy policy, Trust trust, Forbidden forbidden) {
        var risk = proposed.risk();
        var wording = proposed.wording();
        var reasons = new ArrayList<Reason>();
        if (wording.unsupported() > 0) {
            reasons.add(
                    new Reason("unsupported-sentence", count(wording.unsupported(), "sentence") + " without support"));
        }
        if (wording.errors() > 0) {
            reasons.add(new Reason("lint-error", count(wording.errors(), "lint error")));
        }
        reasons.addAll(unsure(rule, risk, policy, trust));
        if (risk.partial()) {
            reasons.add(new Reason("partial-result", "Some of the run's work failed"));
        }
        if (risk.degraded()) {
            reasons.add(new Reason("degraded-result", "Rules answered in a model's place"));
        }
        for (var condition : rule.forbiddenIf()) {
            if (forbidden.holds(condition, proposed) == Forbidden.Answer.UNKNOWN) {
                reasons.add(new Reason("forbidden-if-unknown", "Could not tell whether " + condition));
            }
        }
        return reasons;
    }

    private static List<Reason> unsure(ActionRule rule, Risk risk, Policy policy, Trust trust) {
        var reasons = new ArrayList<Reason>();
        var confidence = trust.confidence(risk.confidence());
        var threshold = policy.minConfidenceOf(rule);
        if (trust.unfit(confidence)) {
            reasons.add(new Reason("calibration-unfit", "What the agent's confidence is worth cannot be told"));
        }
        if (!(confidence >= threshold)) {
            reasons.add(
                    new Reason("confidence-below-threshold", "Confidence " + confidence + ", threshold " + threshold));
        }
        if (rule.targetPrecision() > 0 && (trust.calibrator() == null || !(confidence >= trust.threshold()))) {
            reasons.add(new Reason(
                    "below-target-precision",
                    trust.calibrator() == null || trust.threshold() > 1
                            ? "Too little is known to be right " + rule.targetPrecision() + " of the time"
                            : "Confidence " + confidence + "; right " + rule.targetPrecision()
                                    + " of the time only from " + trust.threshold() + " on"));
        }
        return reasons;
    }

    /** What is about its kind: with none of these, its level lets some of it pass. */
    static List<Reason> levels(Policy policy, Track track) {
        if (policy.reviewEverything()) {
            return List.of(new Reason("review-everything", "The workspace reviews everything"));
        }
        if (policy.autonomy().suspended()) {
            return List.of(new Reason("autonomy-suspended", "The policy sets earned autonomy aside"));
        }
        if (track.level() != AutonomyLevel.ALL_REVIEWED) {
            return List.of();
        }
        return List.of(
                track.alarm().isEmpty()
                        ? new Reason("autonomy-not-earned", "Its kind has not earned to pass without a person")
                        : new Reason("autonomy-lost", "Everything of its kind is reviewed: " + track.alarm()));
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
