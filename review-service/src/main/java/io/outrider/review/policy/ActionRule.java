package io.outrider.review.policy;

import io.outrider.review.trust.AutonomyLevel;
import java.util.List;

/**
 * What a policy says of one action type.
 *
 * @param minConfidence 0 means the policy's
 * @param sampleRate share of a spot-check cell that a person sees, 0 to 1
 * @param dailyCap grants a day in UTC; 0 means no cap
 * @param highBlastSeniority from this seniority on the blast radius is high
 * @param requiredApprovals of a mandatory item, at least 1
 * @param forbiddenIf CEL; a true one refuses
 * @param targetPrecision what passes alone must be right this often; 0 means no target
 * @param highBlastAffected from this many people on the blast radius is high; 0 means the catalogue's
 * @param highBlastVolume from this many grants in the day on it is high; 0 means never
 * @param startLevel that its kinds have until a person or an alarm moves it
 */
public record ActionRule(
        String actionType,
        boolean disabled,
        double minConfidence,
        double sampleRate,
        int dailyCap,
        Seniority highBlastSeniority,
        int requiredApprovals,
        ExpiryPolicy expiryPolicy,
        List<String> forbiddenIf,
        double targetPrecision,
        int highBlastAffected,
        int highBlastVolume,
        AutonomyLevel startLevel) {

    static final double FIRST_SAMPLE_RATE = 0.2;

    /** Versions that were stored before there was a start level lack it. */
    @SuppressWarnings("NullAway")
    public ActionRule {
        startLevel = startLevel == null ? AutonomyLevel.ALL_REVIEWED : startLevel;
        forbiddenIf = List.copyOf(forbiddenIf);
    }

    /** Without a target, with everything reviewed until that is earned, and with the catalogue's blast radius. */
    public ActionRule(
            String actionType,
            boolean disabled,
            double minConfidence,
            double sampleRate,
            int dailyCap,
            Seniority highBlastSeniority,
            int requiredApprovals,
            ExpiryPolicy expiryPolicy,
            List<String> forbiddenIf) {
        this(
                actionType,
                disabled,
                minConfidence,
                sampleRate,
                dailyCap,
                highBlastSeniority,
                requiredApprovals,
                expiryPolicy,
                forbiddenIf,
                0,
                0,
                0,
                AutonomyLevel.ALL_REVIEWED);
    }

    /** The rule of a type that the policy does not name: every action of a spot-check cell is seen. */
    static ActionRule unnamed(String actionType) {
        return sampled(actionType, 1);
    }

    ActionRule startingAt(AutonomyLevel level) {
        return new ActionRule(
                actionType,
                disabled,
                minConfidence,
                sampleRate,
                dailyCap,
                highBlastSeniority,
                requiredApprovals,
                expiryPolicy,
                forbiddenIf,
                targetPrecision,
                highBlastAffected,
                highBlastVolume,
                level);
    }

    static ActionRule sampled(String actionType, double rate) {
        return new ActionRule(actionType, false, 0, rate, 0, Seniority.C_LEVEL, 1, ExpiryPolicy.DROP, List.of());
    }
}
