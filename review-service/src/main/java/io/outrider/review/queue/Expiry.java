package io.outrider.review.queue;

import java.time.Duration;

/** What becomes of an item that nobody decided in time. It never acts. */
final class Expiry {

    private Expiry() {}

    static Item of(Item item) {
        var gating = item.gating();
        return switch (gating.expiryPolicy()) {
            case DROP -> item.with(ItemState.EXPIRED, gating);
            case REGENERATE -> item.with(ItemState.RESPONDED, gating);
            case ESCALATE ->
                item.state() == ItemState.ESCALATED
                        ? item.with(ItemState.EXPIRED, gating)
                        : item.with(ItemState.ESCALATED, escalated(item));
        };
    }

    /** One more window of the same length, before all others. */
    private static Gating escalated(Item item) {
        var gating = item.gating();
        return new Gating(
                gating.gate(),
                gating.blastRadius(),
                gating.reversibility(),
                gating.reasons(),
                gating.policyVersion(),
                gating.requiredApprovals(),
                gating.expiryPolicy(),
                Priority.escalated(gating.priority()),
                gating.due().plus(Duration.between(item.created(), gating.due())),
                gating.seenShare());
    }
}
