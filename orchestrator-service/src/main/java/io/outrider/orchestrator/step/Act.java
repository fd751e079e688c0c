package io.outrider.orchestrator.step;

import io.outrider.kit.id.Ids;
import io.outrider.orchestrator.connector.Connectors;
import io.outrider.orchestrator.connector.Effect;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.effect.Claim;
import io.outrider.orchestrator.effect.Claimed;
import io.outrider.orchestrator.effect.GrantCheck;
import io.outrider.orchestrator.effect.GrantCheck.Checked;
import io.outrider.orchestrator.effect.Ledger;
import io.outrider.orchestrator.run.ActionRow;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.Settlement;
import io.outrider.orchestrator.run.state.ActionState;
import io.outrider.orchestrator.run.state.RunStep;
import io.outrider.orchestrator.step.CrashPoint.Place;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Step 5: does what was granted. Claims first, in one commit; calls; the caller's next commit settles. */
@ApplicationScoped
class Act {

    private final Connectors connectors;
    private final GrantCheck grants;
    private final Ledger ledger;
    private final CrashPoint crash;

    Act(Connectors connectors, GrantCheck grants, Ledger ledger, CrashPoint crash) {
        this.connectors = connectors;
        this.grants = grants;
        this.ledger = ledger;
        this.crash = crash;
    }

    /** @return how long to wait before the leg comes back for actions that a provider was too busy for; zero for none */
    Duration of(Journey journey) {
        var wanted = wanted(journey);
        if (wanted.isEmpty()) {
            return Duration.ZERO;
        }
        var run = journey.run();
        var key = new RunKey(journey.workspace(), run.getId());
        var claimed = ledger.claim(new Claim(key, run.getVersion(), wanted, List.of()))
                .join();
        if (!(claimed instanceof Claimed.Won won)) {
            journey.commit();
            throw new Interrupted.Overtaken();
        }
        journey.moved(won.version());
        crash.pass(run.getId(), Place.CLAIMED);
        var pause = Duration.ZERO;
        for (var one : wanted) {
            var busy = act(journey, one, won);
            pause = busy.compareTo(pause) > 0 ? busy : pause;
        }
        crash.pass(run.getId(), Place.CALLED);
        return pause;
    }

    private List<Claim.Wanted> wanted(Journey journey) {
        List<Claim.Wanted> wanted = new ArrayList<>();
        for (var action : journey.actions()) {
            if (action.state() == ActionState.GRANTED && carried(journey, action)) {
                var messages = Messages.of(journey.run().getAccount().getDomain(), action);
                wanted.add(new Claim.Wanted(Ids.next("eff"), action, messages));
            }
        }
        return wanted;
    }

    /** The last moment before the claim: whether the grant carries exactly this, now. */
    private boolean carried(Journey journey, ActionRow action) {
        var use = new GrantCheck.Use(
                journey.workspace(), journey.run().getId(), action.key(), action.actionType(), action.payload());
        if (connectors.forAction(action.actionType()).isEmpty()) {
            refuse(journey, action, "no connector carries " + action.actionType());
            return false;
        }
        return switch (grants.check(action.grant().jws(), use)) {
            case Checked.Valid(String id) when id.equals(action.grant().id()) -> true;
            case Checked.Valid ignored -> {
                refuse(journey, action, "the grant has another id than it was announced with");
                yield false;
            }
            case Checked.Invalid(String reason) -> {
                refuse(journey, action, reason);
                yield false;
            }
        };
    }

    private static void refuse(Journey journey, ActionRow action, String why) {
        journey.put(action.in(ActionState.REFUSED, why));
        journey.tell(RunStep.ACT, "not done", action.actionType() + ": " + why);
    }

    private Duration act(Journey journey, Claim.Wanted wanted, Claimed.Won won) {
        var action = wanted.action();
        var held = won.effects().get(action.grant().id());
        if (held == null) {
            refuse(journey, action, "the grant was used before");
            return Duration.ZERO;
        }
        if (held.messages() < wanted.messages().size()) {
            var why = "this person has had messages of this sequence, or may have";
            journey.settle(new Settlement(held.effectId(), Settlement.State.REFUSED, "", why));
            journey.put(action.in(ActionState.CANCELLED, why));
            journey.tell(RunStep.ACT, "not done", action.actionType() + ": " + why);
            return Duration.ZERO;
        }
        return settle(journey, action, held.effectId(), execute(journey, action));
    }

    private Outcome execute(Journey journey, ActionRow action) {
        var grantId = action.grant().id();
        var effect = new Effect(
                action.actionType(), action.payload(), Ledger.idempotencyKey(grantId), journey.workspace(), grantId);
        try {
            return connectors.forAction(action.actionType()).orElseThrow().execute(effect);
        } catch (RuntimeException e) {
            Log.errorf(e, "The connector of %s broke", action.actionType());
            return new Outcome.Unknown("the connector broke: " + e.getClass().getSimpleName());
        }
    }

    private static Duration settle(Journey journey, ActionRow action, String effectId, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> {
                journey.settle(new Settlement(
                        effectId, Settlement.State.DONE, done.externalId(), done.detail(), done.beforeImage()));
                close(journey, action, ActionState.DONE, "effect confirmed", done.detail());
                yield Duration.ZERO;
            }
            case Outcome.Refused(String reason) -> {
                journey.settle(new Settlement(effectId, Settlement.State.REFUSED, "", reason));
                close(journey, action, ActionState.FAILED, "provider refused", reason);
                yield Duration.ZERO;
            }
            case Outcome.Unknown(String reason) -> {
                journey.settle(new Settlement(effectId, Settlement.State.UNKNOWN, "", reason));
                close(journey, action, ActionState.UNKNOWN, "outcome unknown", reason);
                yield Duration.ZERO;
            }
            case Outcome.Busy(Duration retryAfter, String reason) -> {
                journey.settle(new Settlement(effectId, Settlement.State.BUSY, "", reason));
                close(journey, action, ActionState.GRANTED, "provider busy", reason);
                yield retryAfter.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : retryAfter;
            }
        };
    }

    private static void close(Journey journey, ActionRow action, ActionState state, String event, String why) {
        journey.put(action.in(state, why));
        journey.tell(RunStep.ACT, event, action.actionType() + (why.isEmpty() ? "" : ": " + why));
    }
}
