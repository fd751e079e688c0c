package io.outrider.orchestrator.step;

import io.outrider.orchestrator.run.state.RunStep;
import io.outrider.orchestrator.step.CrashPoint.Place;
import io.outrider.type.v1.PlaybookAction;
import jakarta.enterprise.context.ApplicationScoped;

/** Offers the run's actions to the gate, where there are any and the run is no shadow. */
@ApplicationScoped
class Offer {

    private final Proposals proposals;
    private final Propose propose;
    private final CrashPoint crash;

    Offer(Proposals proposals, Propose propose, CrashPoint crash) {
        this.proposals = proposals;
        this.propose = propose;
        this.crash = crash;
    }

    /** Whether messages are to be drafted: an action that sends applies, and there is somebody to write to. */
    boolean needsMessages(Journey journey, Known known) {
        return known.mayWrite()
                && proposals.applicable(journey, known).stream()
                        .map(PlaybookAction::getType)
                        .anyMatch(Payloads::sendsMessages);
    }

    void make(Journey journey, Known known) {
        var made = proposals.of(journey, known);
        if (journey.run().getShadow()) {
            made.forEach(proposal -> journey.tell(RunStep.PROPOSE, "would propose", proposal.getActionType()));
            return;
        }
        if (made.isEmpty()) {
            return;
        }
        propose.ask(journey, made);
        crash.pass(journey.run().getId(), Place.PROPOSED);
        journey.reach(RunStep.ACT);
        if (journey.actions().stream().anyMatch(Offer::granted)) {
            journey.commit();
        }
        crash.pass(journey.run().getId(), Place.PROPOSAL_STORED);
    }

    private static boolean granted(io.outrider.orchestrator.run.ActionRow action) {
        return action.state() == io.outrider.orchestrator.run.state.ActionState.GRANTED;
    }
}
