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
        Instant due) {

    public Gating {
        reasons = List.copyOf(reasons);
    }
}
