package io.outrider.review.queue;

import io.outrider.review.catalogue.Reversibility;
import io.outrider.review.policy.BlastRadius;
import io.outrider.review.policy.ExpiryPolicy;
import io.outrider.review.policy.Gate;
import io.outrider.review.policy.Reason;
import java.time.Instant;
import java.util.List;

/**
 * How the policy gated an item.
 *
 * @param reasons most decisive first
 * @param priority open items are shown highest first
 * @param due after this the expiry policy applies
 * @param seenShare the share that people see of its like, above 0: how little is known of what it stands for
 */
public record Gating(
        Gate gate,
        BlastRadius blastRadius,
        Reversibility reversibility,
        List<Reason> reasons,
        long policyVersion,
        int requiredApprovals,
        ExpiryPolicy expiryPolicy,
        double priority,
        Instant due,
        double seenShare) {

    public Gating {
        reasons = List.copyOf(reasons);
    }

    Gating needing(int approvals) {
        return new Gating(
                gate,
                blastRadius,
                reversibility,
                reasons,
                policyVersion,
                Math.max(requiredApprovals, approvals),
                expiryPolicy,
                priority,
                due,
                seenShare);
    }

    Gating with(double otherPriority, Instant otherDue) {
        return new Gating(
                gate,
                blastRadius,
                reversibility,
                reasons,
                policyVersion,
                requiredApprovals,
                expiryPolicy,
                otherPriority,
                otherDue,
                seenShare);
    }
}
