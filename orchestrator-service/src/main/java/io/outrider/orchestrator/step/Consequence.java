package io.outrider.orchestrator.step;

import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.effect.Claimed;
import io.outrider.orchestrator.run.Settlement;
import io.outrider.orchestrator.run.Settlement.State;
import io.outrider.orchestrator.run.state.ActionState;
import java.time.Duration;

/**
 * What comes of an outcome: for the ledger, for the action and its run's timeline, and for when the leg comes back.
 *
 * @param state of the action from now on
 * @param event in the timeline
 * @param why may be empty
 * @param pause zero where the leg need not come back because of this
 */
record Consequence(Settlement settlement, ActionState state, String event, String why, Duration pause) {

    static Consequence of(Outcome outcome, Claimed.Won won, ActPolicy policy) {
        return switch (outcome) {
            case Outcome.Done done ->
                forGood(
                        new Settlement(
                                won.effectId(),
                                won.attempt(),
                                State.DONE,
                                done.externalId(),
                                done.detail(),
                                done.beforeImage()),
                        ActionState.DONE,
                        "effect confirmed");
            case Outcome.Already(String externalId, String detail) ->
                forGood(
                        new Settlement(won.effectId(), won.attempt(), State.REFUSED, externalId, detail),
                        ActionState.CANCELLED,
                        "there already");
            case Outcome.Refused(String reason) ->
                forGood(settlement(won, State.REFUSED, reason), ActionState.FAILED, "provider refused");
            case Outcome.Unknown(String reason) ->
                forGood(settlement(won, State.UNKNOWN, reason), ActionState.UNKNOWN, "outcome unknown");
            case Outcome.Busy busy -> busy(busy, won, policy);
        };
    }

    private static Consequence busy(Outcome.Busy busy, Claimed.Won won, ActPolicy policy) {
        if (policy.usedUp(won.tries())) {
            var why = "tried %d times: %s".formatted(won.tries(), busy.reason());
            return forGood(settlement(won, State.REFUSED, why), ActionState.FAILED, "provider too busy");
        }
        return new Consequence(
                settlement(won, State.BUSY, busy.reason()),
                ActionState.GRANTED,
                "provider busy",
                busy.reason(),
                policy.pauseAfterBusy(won.tries(), busy.retryAfter()));
    }

    private static Settlement settlement(Claimed.Won won, State state, String reason) {
        return new Settlement(won.effectId(), won.attempt(), state, "", reason);
    }

    private static Consequence forGood(Settlement settlement, ActionState state, String event) {
        return new Consequence(settlement, state, event, settlement.reason(), Duration.ZERO);
    }
}
