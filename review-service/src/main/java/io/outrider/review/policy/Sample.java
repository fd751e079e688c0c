package io.outrider.review.policy;

import io.outrider.review.trust.AutonomyLevel;
import io.outrider.review.trust.Strata;
import io.outrider.review.trust.Track;
import io.outrider.review.trust.Trust;
import java.util.List;

/**
 * The sample of what could pass: the policy's share of a spot-check cell, and what the level of its kind has come back. One draw
 * serves both, so that people see the larger share and not the sum.
 *
 * @param share that people see of its like
 * @param picked this one is in it
 */
record Sample(double share, boolean picked, List<Reason> reasons) {

    /** @param track at ALL_REVIEWED where something else than the sample asks for a person already */
    static Sample of(ActionRule rule, Gate gate, Proposed proposed, Policy policy, Trust trust, Track track) {
        var spot = gate == Gate.SPOT_CHECK ? rule.sampleRate() : 0;
        var audit = track.level() == AutonomyLevel.ALL_REVIEWED ? 0 : audit(rule, proposed, policy, trust, track);
        var share = Math.max(spot, audit);
        var picked = SpotCheck.picks(proposed.runId(), proposed.key(), share);
        if (picked && !SpotCheck.picks(proposed.runId(), proposed.key(), spot)) {
            return new Sample(
                    share,
                    true,
                    List.of(new Reason("autonomy-sample", "In the sample of " + audit + " of what passes alone")));
        }
        return new Sample(share, picked, gate == Gate.SPOT_CHECK ? List.of(spotCheck(picked, rule)) : List.of());
    }

    private static double audit(ActionRule rule, Proposed proposed, Policy policy, Trust trust, Track track) {
        var target = rule.targetPrecision() > 0 ? Math.min(1, trust.threshold()) : 0;
        return Strata.share(
                track.reviewRate(policy.autonomy()),
                trust.confidence(proposed.risk().confidence()),
                Math.max(policy.minConfidenceOf(rule), target));
    }

    private static Reason spotCheck(boolean picked, ActionRule rule) {
        return picked
                ? new Reason("spot-check:picked", "In the sample of " + rule.sampleRate())
                : new Reason("spot-check:passed-over", "Not in the sample of " + rule.sampleRate());
    }
}
