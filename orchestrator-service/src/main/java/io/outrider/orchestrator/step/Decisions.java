package io.outrider.orchestrator.step;

import io.outrider.kit.id.Sha256;
import io.outrider.orchestrator.run.ActionRow;
import io.outrider.orchestrator.run.DecidedAction;
import io.outrider.orchestrator.run.Settlement;
import io.outrider.orchestrator.run.state.ActionState;
import io.outrider.orchestrator.run.state.RunStep;
import org.jspecify.annotations.Nullable;

/** Brings a run's actions up to date at the start of a leg: with what reviewers decided and what the ledger knows. */
final class Decisions {

    private Decisions() {}

    static void apply(Journey journey, DecidedAction given) {
        var action = given.action();
        if (action.state() == ActionState.EXECUTING) {
            journey.put(found(journey, action, given.claim()));
        } else if (Redraft.wanted(given)) {
            return;
        } else if (action.state() == ActionState.PENDING_REVIEW && given.decision() != null) {
            var decided = decided(action, given.decision());
            journey.put(decided);
            journey.tell(
                    RunStep.ACT,
                    given.decision().state().toLowerCase(java.util.Locale.ROOT),
                    action.actionType()
                            + by(given.decision().by())
                            + note(given.decision().reason()));
        }
    }

    /** A claim that nobody settled: the effect may have happened. It is never sent again. */
    private static ActionRow found(Journey journey, ActionRow action, DecidedAction.@Nullable Claim claim) {
        if (claim == null) {
            return action.in(ActionState.UNKNOWN, Settlement.DIED);
        }
        return switch (claim.state()) {
            case "DONE" -> action.in(ActionState.DONE, claim.reason());
            case "REFUSED" -> action.in(ActionState.FAILED, claim.reason());
            case "BUSY" -> action.in(ActionState.GRANTED, claim.reason());
            default -> {
                journey.settle(new Settlement(
                        claim.effectId(), claim.attempt(), Settlement.State.UNKNOWN, "", Settlement.DIED));
                journey.tell(RunStep.ACT, "outcome unknown", action.actionType() + ": " + Settlement.DIED);
                yield action.in(ActionState.UNKNOWN, Settlement.DIED);
            }
        };
    }

    private static ActionRow decided(ActionRow action, DecidedAction.Decided decision) {
        var why = decision.state() + by(decision.by()) + note(decision.reason());
        return switch (decision.state()) {
            case "ACCEPTED" -> action.granted(decision.grant(), why);
            case "EDITED" ->
                action.carrying(decision.editedPayload(), Sha256.hex(decision.editedPayload()))
                        .granted(decision.grant(), why);
            case "REJECTED", "IGNORED" -> action.in(ActionState.REJECTED, why);
            case "EXPIRED" -> action.in(ActionState.EXPIRED, why);
            case "SUPERSEDED", "RESPONDED" -> action.in(ActionState.CANCELLED, why);
            default -> action.in(ActionState.CANCELLED, "An unknown decision: " + why);
        };
    }

    private static String by(String who) {
        return who.isEmpty() ? "" : " by " + who;
    }

    private static String note(String reason) {
        return reason.isEmpty() ? "" : ": " + reason;
    }
}
