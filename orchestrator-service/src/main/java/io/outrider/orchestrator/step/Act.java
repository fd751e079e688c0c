package io.outrider.orchestrator.step;

import io.outrider.kit.id.Ids;
import io.outrider.orchestrator.connector.Connectors;
import io.outrider.orchestrator.connector.Effect;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.Window;
import io.outrider.orchestrator.effect.Claim;
import io.outrider.orchestrator.effect.Claimed;
import io.outrider.orchestrator.effect.LastMoment;
import io.outrider.orchestrator.effect.LastMoment.Finding;
import io.outrider.orchestrator.effect.Ledger;
import io.outrider.orchestrator.effect.Segments;
import io.outrider.orchestrator.effect.Windows;
import io.outrider.orchestrator.run.ActionRow;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.Settlement;
import io.outrider.orchestrator.run.state.ActionState;
import io.outrider.orchestrator.run.state.RunStep;
import io.outrider.orchestrator.step.CrashPoint.Place;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Step 5: does what was granted, one action after the other. Each is looked at once more, claimed in a commit of its own
 * that also settles the one before, and only then called; the caller's next commit settles the last.
 */
@ApplicationScoped
class Act {

    private final Connectors connectors;
    private final LastMoment lastMoment;
    private final Ledger ledger;
    private final Openings openings;
    private final Steps steps;
    private final Segments segments;
    private final CrashPoint crash;
    private final Windows windows;
    private final EffectMeters meters;

    Act(
            Connectors connectors,
            LastMoment lastMoment,
            Ledger ledger,
            Openings openings,
            Steps steps,
            Segments segments,
            CrashPoint crash,
            Windows windows,
            EffectMeters meters) {
        this.connectors = connectors;
        this.lastMoment = lastMoment;
        this.ledger = ledger;
        this.openings = openings;
        this.steps = steps;
        this.segments = segments;
        this.crash = crash;
        this.windows = windows;
        this.meters = meters;
    }

    /** @return how long to wait before the leg comes back for actions that a provider was too busy for; zero for none */
    Duration of(Journey journey) {
        var pause = Duration.ZERO;
        for (var action : journey.actions()) {
            if (action.state() == ActionState.GRANTED) {
                var busy = tried(journey, action);
                pause = busy.compareTo(pause) > 0 ? busy : pause;
            }
        }
        return pause;
    }

    /** Whatever has to wait for its provider waits unclaimed: no attempt is counted. */
    private Duration tried(Journey journey, ActionRow action) {
        var closed = openings.closed(action.actionType(), journey.now());
        if (!closed.isZero() || !clear(journey, action)) {
            return closed;
        }
        var full = openings.full(action.actionType(), journey.now());
        return full.isZero() ? claimed(journey, action) : full;
    }

    private boolean clear(Journey journey, ActionRow action) {
        if (connectors.forAction(action.actionType()).isEmpty()) {
            drop(journey, action, ActionState.REFUSED, "no connector carries " + action.actionType());
            return false;
        }
        return switch (lastMoment.check(
                new RunKey(journey.workspace(), journey.run().getId()), action)) {
            case Finding.Clear ignored -> {
                journey.trouble().outage(null);
                yield true;
            }
            case Finding.Void(String why) -> {
                drop(journey, action, ActionState.REFUSED, why);
                yield false;
            }
            case Finding.Stale(String why) -> {
                drop(journey, action, ActionState.CANCELLED, why);
                yield false;
            }
            case Finding.Unsaid(String why) -> throw steps.away(journey, why);
        };
    }

    private Duration claimed(Journey journey, ActionRow action) {
        var messages = Messages.of(
                journey.run().getAccount().getDomain(), journey.run().getPlaybookId(), action);
        var addresses = Messages.addresses(journey.run().getAccount().getDomain(), messages);
        var wanted = new Claim.Wanted(Ids.next("eff"), action, messages, addresses);
        var open = windows.open();
        var answer = ledger.claim(journey.claim(wanted)).join();
        return switch (answer) {
            case Claimed.Lost ignored -> {
                journey.commit();
                throw new Interrupted.Overtaken();
            }
            case Claimed.Used(long version) -> {
                journey.claimed(version);
                drop(journey, action, ActionState.REFUSED, "the grant was used before");
                yield Duration.ZERO;
            }
            case Claimed.Barred(long version, String why) -> {
                journey.claimed(version);
                drop(journey, action, ActionState.CANCELLED, why);
                yield Duration.ZERO;
            }
            case Claimed.Won won -> {
                journey.claimed(won.version());
                crash.pass(journey.run().getId(), Place.CLAIMED);
                yield carried(journey, action, won, messages.size(), open);
            }
        };
    }

    private Duration carried(Journey journey, ActionRow action, Claimed.Won won, int wanted, Window open) {
        if (won.messages() < wanted) {
            var why = "this person has had messages of this sequence, or may have";
            journey.settle(new Settlement(won.effectId(), won.attempt(), Settlement.State.REFUSED, "", why));
            drop(journey, action, ActionState.CANCELLED, why);
            return Duration.ZERO;
        }
        var policy = ActPolicy.of(journey.library().library(), journey.run().getPlaybookId());
        var since = System.nanoTime();
        var outcome = open.during(() -> within(policy, () -> execute(journey, action)));
        meters.came(action.actionType(), outcome, since);
        crash.pass(journey.run().getId(), Place.CALLED);
        return settle(journey, action, won, policy, outcome);
    }

    private Outcome within(ActPolicy policy, Supplier<Outcome> work) {
        return policy.deadline()
                .map(time -> windows.deadline(time).during(work))
                .orElseGet(work);
    }

    private static void drop(Journey journey, ActionRow action, ActionState state, String why) {
        close(journey, action, state, "not done", why);
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

    private Duration settle(Journey journey, ActionRow action, Claimed.Won won, ActPolicy policy, Outcome outcome) {
        var end = Consequence.of(outcome, won, policy);
        journey.settle(end.settlement());
        if (outcome instanceof Outcome.Done) {
            segments.reach(journey.workspace(), action.segment());
        }
        close(journey, action, end.state(), end.event(), end.why());
        return end.pause();
    }

    private static void close(Journey journey, ActionRow action, ActionState state, String event, String why) {
        journey.put(action.in(state, why));
        journey.tell(RunStep.ACT, event, action.actionType() + (why.isEmpty() ? "" : ": " + why));
    }
}
