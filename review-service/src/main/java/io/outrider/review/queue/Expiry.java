package io.outrider.review.queue;

import java.time.Duration;
import java.time.Instant;

/** What becomes of an item that nobody decided, or drafted again, in time. It never acts. */
final class Expiry {

    /** Each new draft costs a model: what nobody looked at so often is dropped. */
    static final int MOST_REGENERATIONS = 2;

    private Expiry() {}

    static Item of(Item item, Instant now) {
        var gating = item.gating();
        if (item.extras().planted() || item.state() == ItemState.RESPONDED) {
            return item.with(ItemState.EXPIRED, gating);
        }
        return switch (gating.expiryPolicy()) {
            case DROP -> item.with(ItemState.EXPIRED, gating);
            case REGENERATE ->
                regenerations(item) < MOST_REGENERATIONS
                        ? item.with(
                                ItemState.RESPONDED,
                                gating.with(gating.priority(), again(item, later(now, gating.due()))))
                        : item.with(ItemState.EXPIRED, gating);
            case ESCALATE ->
                item.state() == ItemState.ESCALATED
                        ? item.with(ItemState.EXPIRED, gating)
                        : item.with(
                                ItemState.ESCALATED,
                                gating.with(
                                        Priority.escalated(gating.priority()), again(item, later(now, gating.due()))));
        };
    }

    /** A sweep that comes late does not shorten what follows. */
    private static Instant later(Instant now, Instant due) {
        return now.isAfter(due) ? now : due;
    }

    /** One more window of the same length. */
    static Instant again(Item item, Instant from) {
        return from.plus(Duration.between(item.created(), item.gating().due()));
    }

    /** Versions that nobody asked for by a decision. */
    private static long regenerations(Item item) {
        var asked = item.decisions().stream()
                .filter(decision -> decision.type() == DecisionType.RESPOND || decision.type() == DecisionType.EDIT)
                .count();
        return item.version() - 1 - asked;
    }
}
