package io.outrider.review.policy;

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
        List<String> forbiddenIf) {

    static final double FIRST_SAMPLE_RATE = 0.2;

    public ActionRule {
        forbiddenIf = List.copyOf(forbiddenIf);
    }

    /** The rule of a type that the policy does not name: every action of a spot-check cell is seen. */
    static ActionRule unnamed(String actionType) {
        return sampled(actionType, 1);
    }

    static ActionRule sampled(String actionType, double rate) {
        return new ActionRule(actionType, false, 0, rate, 0, Seniority.C_LEVEL, 1, ExpiryPolicy.DROP, List.of());
    }
}
