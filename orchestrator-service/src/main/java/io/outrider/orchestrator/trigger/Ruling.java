package io.outrider.orchestrator.trigger;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a rule that holds. Plain arithmetic over what is known of the past; whoever stores it holds the lock that
 * makes it true.
 *
 * @param opensBreaker why the breaker opens now; null where it stays as it is
 */
record Ruling(Outcome outcome, String explanation, @Nullable String opensBreaker) {

    /** Stored by name. The last six are named as on the wire. */
    enum Outcome {
        /** Its run has not been accepted yet. */
        CLAIMED,
        /** The same, and the run will wait for the breaker. */
        CLAIMED_HELD,
        STARTED,
        HELD_BY_BREAKER,
        COOLING_DOWN,
        OVER_CAP,
        ALREADY_ACTIVE,
        REFUSED;

        boolean claimed() {
            return this == CLAIMED || this == CLAIMED_HELD;
        }

        boolean started() {
            return this == STARTED || this == HELD_BY_BREAKER;
        }
    }

    /**
     * What is known when a rule holds.
     *
     * @param lastFired when the trigger last started a run for the account, or set about it; null for never
     * @param starting whether that run has not been accepted yet
     * @param ofTrigger runs the trigger has started in this hour of the clock
     * @param ofWorkspace runs all triggers have started in this hour
     * @param usualOfWorkspace the mean hour of the last week
     * @param ofAccount runs that triggers have started for the account in the last 24 hours
     * @param ownEffect whether one of the account's signals is the echo of an effect of ours
     */
    record Past(
            @Nullable Instant lastFired,
            boolean starting,
            int ofTrigger,
            int ofWorkspace,
            double usualOfWorkspace,
            int ofAccount,
            boolean ownEffect,
            boolean breakerOpen) {}

    /** @param capPerHour of the trigger */
    record Limits(Duration coolDown, int capPerHour, TriggerConfig.Breaker breaker) {}

    static Ruling of(Past past, Limits limits, Instant now) {
        var last = past.lastFired();
        if (last != null && now.isBefore(last.plus(limits.coolDown()))) {
            return new Ruling(
                    Outcome.COOLING_DOWN,
                    past.starting()
                            ? "It fired for this account at " + last + "; that run is being started"
                            : "It started a run for this account at " + last + " and cools down for "
                                    + limits.coolDown().toHours() + " h",
                    null);
        }
        if (past.ofTrigger() >= limits.capPerHour()) {
            return new Ruling(
                    Outcome.OVER_CAP,
                    "It has started " + past.ofTrigger() + " runs in this hour, which is its cap",
                    null);
        }
        var opens = past.breakerOpen() ? null : opens(past, limits.breaker());
        return past.breakerOpen() || opens != null
                ? new Ruling(Outcome.CLAIMED_HELD, "The rule holds; the breaker is open, so the run waits", opens)
                : new Ruling(Outcome.CLAIMED, "The rule holds", null);
    }

    private static @Nullable String opens(Past past, TriggerConfig.Breaker breaker) {
        if (past.ownEffect()) {
            return "A trigger loop: an effect of a run came back as a signal of its account";
        }
        if (past.ofAccount() >= breaker.perAccountAndDay()) {
            return "A trigger loop: one account has had " + past.ofAccount() + " triggered runs in 24 hours";
        }
        if (past.ofWorkspace() >= breaker.perHour()) {
            return "A volume spike: triggers have started " + past.ofWorkspace()
                    + " runs in this hour, the most allowed";
        }
        var spike = Math.max(breaker.floor(), breaker.multiple() * past.usualOfWorkspace());
        return past.ofWorkspace() >= spike
                ? "A volume spike: triggers have started %d runs in this hour, the usual hour has %.1f"
                        .formatted(past.ofWorkspace(), past.usualOfWorkspace())
                : null;
    }
}
