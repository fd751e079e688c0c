package io.outrider.orchestrator.step;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.outrider.orchestrator.run.Hold;
import io.outrider.orchestrator.run.LegHandler;
import io.outrider.orchestrator.run.LegId;
import io.outrider.orchestrator.run.LegStart;
import io.outrider.orchestrator.run.RunTrace;
import io.outrider.orchestrator.run.state.ActionState;
import io.outrider.orchestrator.run.state.RunStep;
import io.outrider.orchestrator.run.store.RunStore;
import io.outrider.orchestrator.step.CrashPoint.Place;
import io.outrider.orchestrator.v1.RunState;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Carries legs, and ends each in exactly one way: over, waiting, later, or somebody else's. */
@ApplicationScoped
class Legs implements LegHandler {

    private final RunStore store;
    private final PinnedLibraries libraries;
    private final Walk walk;
    private final Allowance allowance;
    private final Redraft redraft;
    private final CrashPoint crash;
    private final Clock clock;

    Legs(
            RunStore store,
            PinnedLibraries libraries,
            Walk walk,
            Allowance allowance,
            Redraft redraft,
            CrashPoint crash,
            Clock clock) {
        this.store = store;
        this.libraries = libraries;
        this.walk = walk;
        this.allowance = allowance;
        this.redraft = redraft;
        this.crash = crash;
        this.clock = clock;
    }

    @Override
    public void carry(LegId leg) {
        var start = store.begin(leg).join();
        if (start.isEmpty()) {
            store.drop(leg).join();
            return;
        }
        crash.pass(leg.run().id(), Place.BEGUN);
        var row = start.get().row();
        var library = libraries.get(row.workspace(), row.run().getLibraryRevision());
        var journey = new Journey(store, clock, start.get(), library);
        try {
            trace(leg.run().id()).wrap(() -> go(journey, start.get())).run();
        } catch (Interrupted end) {
            end(journey, end);
        }
    }

    /** What the leg calls joins the run's trace. */
    private static Context trace(String runId) {
        var root = SpanContext.createFromRemoteParent(
                RunTrace.id(runId), RunTrace.rootSpan(runId), TraceFlags.getSampled(), TraceState.getDefault());
        return Context.root().with(Span.wrap(root));
    }

    @Override
    public void giveUp(LegId leg, String cause) {
        Log.errorf("Run %s broke too often and fails: %s", leg.run().id(), cause);
        store.giveUp(leg, "Broke too often: " + cause).join();
    }

    private void go(Journey journey, LegStart start) {
        var cancel = start.row().cancelReason();
        if (cancel != null) {
            start.actions().forEach(action -> Decisions.apply(journey, action));
            throw new Interrupted.Cancelled(cancel);
        }
        if (start.row().hold() != Hold.NONE) {
            throw new Interrupted.Held(start.row().hold().reason());
        }
        if (journey.recorded(RunStep.PROPOSE)) {
            start.actions().forEach(action -> Decisions.apply(journey, action));
            actAndRedraft(journey, start);
        } else {
            allowance.ask(journey, start.row());
            walk.prepare(journey);
            walk.act(journey);
        }
    }

    /** What is granted does not wait for drafts that cannot be made now. */
    private void actAndRedraft(Journey journey, LegStart start) {
        try {
            if (start.actions().stream().anyMatch(Redraft::wanted)) {
                var afresh = start.actions().stream().anyMatch(Redraft::wantedFromFreshFacts);
                allowance.askAgain(journey, start.row(), afresh);
                redraft.all(journey, start.actions());
            }
        } catch (Interrupted.Postponed | Interrupted.Held later) {
            walk.actBefore(journey, later);
        }
        walk.act(journey);
    }

    private void end(Journey journey, Interrupted why) {
        try {
            switch (why) {
                case Interrupted.Overtaken ignored -> Log.debug("A leg was overtaken");
                case Interrupted.Cancelled cancelled -> cancel(journey, cancelled.reason());
                case Interrupted.Postponed postponed -> {
                    if (!journey.trouble().outageTold()
                            && !postponed.reason().equals(journey.run().getReason())) {
                        journey.tell(step(journey), "postponed", postponed.reason());
                    }
                    journey.commitLater(clock.instant().plus(postponed.pause()), postponed.reason());
                }
                case Interrupted.Held held -> {
                    journey.tell(step(journey), "held", held.reason());
                    journey.commitHeld(held.reason(), held.until());
                    allowance.held(journey.key(), held);
                }
                case Interrupted.Halted halted -> stop(journey, RunState.RUN_STATE_FAILED, halted);
                case Interrupted.ForAPerson person -> stop(journey, RunState.RUN_STATE_NEEDS_ATTENTION, person);
            }
        } catch (Interrupted.Overtaken ignored) {
            Log.debug("A leg was overtaken at its end");
        }
    }

    /** A run whose items are still before a reviewer does not end: their decision takes it up again. */
    private static void stop(Journey journey, RunState state, Interrupted.Broken why) {
        var waiting = journey.actions().stream().anyMatch(a -> a.state() == ActionState.PENDING_REVIEW);
        var next = waiting ? RunState.RUN_STATE_NEEDS_ATTENTION : state;
        journey.failUnlessTold(step(journey), why.code(), why.reason());
        journey.tell(step(journey), next == RunState.RUN_STATE_FAILED ? "failed" : "needs attention", why.reason());
        journey.commitEnd(next, !waiting, why.reason());
    }

    private static void cancel(Journey journey, String reason) {
        var unknown = journey.actions().stream().anyMatch(a -> a.state() == ActionState.UNKNOWN);
        journey.actions().stream()
                .filter(action -> action.state().open())
                .forEach(action -> journey.put(action.in(ActionState.CANCELLED, reason)));
        journey.tell(step(journey), "cancelled", reason);
        journey.commitEnd(unknown ? RunState.RUN_STATE_NEEDS_ATTENTION : RunState.RUN_STATE_CANCELLED, true, reason);
    }

    private static RunStep step(Journey journey) {
        return RunStep.values()[Math.max(0, journey.run().getStep().getNumber() - 1)];
    }
}
