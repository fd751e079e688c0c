package io.outrider.orchestrator.step;

import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.run.RunConfig;
import io.outrider.orchestrator.run.state.ActionState;
import io.outrider.orchestrator.run.state.Ending;
import io.outrider.orchestrator.run.state.OnFailure;
import io.outrider.orchestrator.run.state.RunStep;
import io.outrider.orchestrator.step.CrashPoint.Place;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.type.v1.Brief;
import io.outrider.type.v1.Sequence;
import io.outrider.type.v1.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The way of a run: research, qualify, draft, propose, act, and its end. Reads like a sentence. */
@ApplicationScoped
class Walk {

    private final Research research;
    private final Qualify qualify;
    private final Draft draft;
    private final Offer offer;
    private final Act act;
    private final Refusals refusals;
    private final CrashPoint crash;
    private final Duration progressAfter;

    Walk(
            Research research,
            Qualify qualify,
            Draft draft,
            Offer offer,
            Act act,
            Refusals refusals,
            CrashPoint crash,
            RunConfig config) {
        this.research = research;
        this.qualify = qualify;
        this.draft = draft;
        this.offer = offer;
        this.act = act;
        this.refusals = refusals;
        this.crash = crash;
        this.progressAfter = config.progressAfter();
    }

    void prepare(Journey journey) {
        var brief = research.of(journey);
        progress(journey, RunStep.QUALIFY, Place.RESEARCHED);
        var verdict = qualify.of(journey, brief.result());
        progress(journey, RunStep.DRAFT, Place.QUALIFIED);
        var known = known(journey, brief, verdict);
        var drafted = drafted(journey, known);
        progress(journey, RunStep.PROPOSE, Place.DRAFTED);
        offer.make(journey, drafted);
    }

    /** Does what is granted and ends the leg. */
    void act(Journey journey) {
        var pause = act.of(journey);
        if (pause.isPositive()) {
            throw busy(pause);
        }
        end(journey);
        crash.pass(journey.run().getId(), Place.SETTLED);
    }

    /** Does what is granted; the leg ends because of something else. */
    void actBefore(Journey journey, Interrupted why) {
        var pause = act.of(journey);
        throw pause.isPositive() && why instanceof Interrupted.Held ? busy(pause) : why;
    }

    private static Interrupted busy(Duration pause) {
        return new Interrupted.Postponed("a provider is busy", pause);
    }

    private void end(Journey journey) {
        var states = journey.actions().stream().map(a -> a.state()).toList();
        var policy = Policies.of(journey.library().library(), journey.run().getPlaybookId(), RunStep.ACT);
        var ending = Ending.of(states, journey.disqualified(), policy.onFailure());
        if (refused(ending, states) && policy.onFailure() == OnFailure.RETRY) {
            refusals.again(journey);
        }
        if (refused(ending, states)) {
            journey.fail(RunStep.ACT, "PROVIDER_REFUSED", reason(journey, ending), refusals.tries(journey));
        } else if (ending.ended()) {
            journey.reach(RunStep.DONE);
        }
        journey.commitEnd(
                RunState.valueOf("RUN_STATE_" + ending.state().name()), ending.ended(), reason(journey, ending));
    }

    /** Such a run can be taken up again; one with an unknown outcome cannot, until a person has found it out. */
    private static boolean refused(Ending ending, List<ActionState> states) {
        return switch (ending.state()) {
            case FAILED -> true;
            case NEEDS_ATTENTION -> !states.contains(ActionState.UNKNOWN);
            default -> false;
        };
    }

    private void progress(Journey journey, RunStep next, Place place) {
        journey.reach(next);
        journey.progress(progressAfter);
        crash.pass(journey.run().getId(), place);
    }

    static Known known(Journey journey, Sourced<Brief> brief, Sourced<Verdict> verdict) {
        var run = journey.run();
        var library = journey.library().library();
        var playbook = Policies.playbook(library, run.getPlaybookId())
                .orElseThrow(() ->
                        new Interrupted.ForAPerson("NO_PLAYBOOK", "No playbook of the library fits this account"));
        var started =
                Timestamps.toInstant(run.getCreateTime()).atZone(ZoneOffset.UTC).toLocalDate();
        return new Known(
                run.getAccount(), run.getPerson(), started, library, playbook, brief, verdict, Optional.empty());
    }

    private Known drafted(Journey journey, Known known) {
        if (!offer.needsMessages(journey, known)) {
            return known;
        }
        Optional<Sourced<Sequence>> sequence =
                draft.of(journey, known.brief().result(), known.verdict().result());
        return new Known(
                known.account(),
                known.person(),
                known.started(),
                known.library(),
                known.playbook(),
                known.brief(),
                known.verdict(),
                sequence);
    }

    private static String reason(Journey journey, Ending ending) {
        return switch (ending.state()) {
            case WAITING -> "Waits for a reviewer";
            case NEEDS_ATTENTION ->
                journey.actions().stream().anyMatch(a -> a.state() == ActionState.UNKNOWN)
                        ? telling(journey, ActionState.UNKNOWN, "The outcome is unknown of ")
                        : telling(journey, ActionState.FAILED, "A provider refused ");
            case FAILED -> telling(journey, ActionState.FAILED, "A provider refused ");
            case DISQUALIFIED ->
                "Score %d: not worth the next step".formatted(journey.run().getScore());
            default ->
                journey.actions().isEmpty()
                        ? "Nothing to propose"
                        : journey.actions().stream()
                                .map(a ->
                                        a.actionType() + " " + a.state().name().toLowerCase(java.util.Locale.ROOT))
                                .collect(Collectors.joining(", "));
        };
    }

    private static String telling(Journey journey, ActionState state, String start) {
        return start
                + journey.actions().stream()
                        .filter(a -> a.state() == state)
                        .map(a -> a.actionType() + ": " + a.reason())
                        .collect(Collectors.joining("; "));
    }
}
