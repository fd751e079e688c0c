package io.outrider.orchestrator.step;

import io.outrider.kit.id.Sha256;
import io.outrider.messaging.v1.ReviseSequenceRequest;
import io.outrider.messaging.v1.ReviseSequenceResponse;
import io.outrider.orchestrator.agent.Agents;
import io.outrider.orchestrator.agent.Reply;
import io.outrider.orchestrator.run.ActionRow;
import io.outrider.orchestrator.run.DecidedAction;
import io.outrider.orchestrator.run.state.ActionState;
import io.outrider.orchestrator.run.state.RunStep;
import io.outrider.review.v1.Proposal;
import io.outrider.review.v1.ReviseProposalRequest;
import io.outrider.review.v1.ReviseProposalResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Drafts again what came back from the gate: by a reviewer's instruction, or from fresh facts where nobody decided in time.
 * The draft goes back as the next version of its item; where the instruction cannot be followed, the reviewer reads why.
 */
@ApplicationScoped
class Redraft {

    private static final String POLICY = "policy";
    private static final int LONGEST_INSTRUCTION = 2_000;

    private final Recall recall;
    private final Proposals proposals;
    private final Steps steps;
    private final Agents agents;

    Redraft(Recall recall, Proposals proposals, Steps steps, Agents agents) {
        this.recall = recall;
        this.proposals = proposals;
        this.steps = steps;
        this.agents = agents;
    }

    static boolean wanted(DecidedAction given) {
        return given.action().state() == ActionState.PENDING_REVIEW
                && given.decision() != null
                && given.decision().wantsDraft();
    }

    static boolean wantedFromFreshFacts(DecidedAction given) {
        return wanted(given) && given.decision() != null && fromFreshFacts(given.decision());
    }

    void all(Journey journey, List<DecidedAction> given) {
        for (var one : given) {
            if (wanted(one) && one.decision() != null) {
                oneOf(journey, one.action(), one.decision());
            }
        }
    }

    /** What cannot be drafted again is closed alone: the run's other actions may be granted, or before a reviewer. */
    private void oneOf(Journey journey, ActionRow action, DecidedAction.Decided decision) {
        try {
            again(journey, action, decision);
        } catch (Interrupted.Broken no) {
            journey.trouble().forgive();
            close(journey, action, "Cannot be drafted again: " + no.reason());
        } finally {
            journey.round().begin(0);
        }
        journey.run().setCost(Costs.sum(journey.run().getCost(), journey.round().take()));
    }

    private void again(Journey journey, ActionRow action, DecidedAction.Decided decision) {
        if (fromFreshFacts(decision)) {
            journey.round().begin(decision.version());
            offer(journey, action, decision, proposal(journey, action, recall.of(journey), ""));
        } else {
            byInstruction(journey, action, decision);
        }
    }

    private static boolean fromFreshFacts(DecidedAction.Decided decision) {
        return decision.by().equals(POLICY);
    }

    private void byInstruction(Journey journey, ActionRow action, DecidedAction.Decided decision) {
        var drafted = journey.run().getSequenceId();
        Known known;
        try {
            known = recall.of(journey);
        } finally {
            journey.run().setSequenceId(drafted);
        }
        if (!Payloads.sendsMessages(action.actionType()) || known.sequence().isEmpty()) {
            var trouble = action.actionType() + " has no words to change: decide it as it stands";
            offer(journey, action, decision, proposal(journey, action, known, trouble));
            return;
        }
        switch (revised(journey, action, decision)) {
            case Reply.Answer<ReviseSequenceResponse>(ReviseSequenceResponse answer) -> {
                journey.run().setSequenceId(answer.getSequence().getId());
                journey.round().worked(answer.getWork());
                journey.spent().worked(RunStep.DRAFT, answer.getWork());
                var now = known.with(new Sourced<>(answer.getSequence(), answer.getWork()));
                offer(journey, action, decision, proposal(journey, action, now, ""));
            }
            case Reply.Failed<ReviseSequenceResponse> no -> {
                var trouble = "not followed, the first draft stands: " + no.reason();
                offer(journey, action, decision, proposal(journey, action, known, trouble));
            }
            case Reply.NoAnswer<ReviseSequenceResponse> no -> throw steps.away(journey, no.reason());
        }
    }

    private Reply<ReviseSequenceResponse> revised(Journey journey, ActionRow action, DecidedAction.Decided decision) {
        var said = decision.reason();
        var request = ReviseSequenceRequest.newBuilder()
                .setRequestId(id(journey, "redraft", action, decision))
                .setSequenceId(journey.run().getSequenceId())
                .setInstruction(said.length() > LONGEST_INSTRUCTION ? said.substring(0, LONGEST_INSTRUCTION) : said)
                .setLevel(journey.run().getLevel())
                .build();
        return steps.ask(
                journey,
                RunStep.DRAFT,
                deadline -> agents.messaging(journey.workspace(), Lanes.of(journey.run()), deadline)
                        .reviseSequence(request));
    }

    private Proposal proposal(Journey journey, ActionRow action, Known known, String trouble) {
        var proposal = proposals.of(journey, known).stream()
                .filter(made -> made.getKey().equals(action.key()))
                .findFirst()
                .orElseThrow(() -> new Interrupted.ForAPerson(
                        "NO_LONGER_APPLIES", action.actionType() + " no longer applies to this account"))
                .toBuilder();
        if (!trouble.isEmpty()) {
            proposal.getRiskBuilder().addMissing(trouble);
        }
        return proposal.build();
    }

    private void offer(Journey journey, ActionRow action, DecidedAction.Decided decision, Proposal proposal) {
        var request = ReviseProposalRequest.newBuilder()
                .setRequestId(id(journey, "revise", action, decision))
                .setItemId(action.itemId())
                .setVersion(decision.version())
                .setProposal(proposal)
                .setInstruction(decision.reason())
                .build();
        Reply<ReviseProposalResponse> reply = steps.ask(
                journey,
                RunStep.PROPOSE,
                deadline -> agents.review(journey.workspace(), deadline).reviseProposal(request));
        switch (reply) {
            case Reply.Answer<ReviseProposalResponse>(ReviseProposalResponse answer) ->
                put(journey, action, proposal, answer);
            case Reply.Failed<ReviseProposalResponse> no ->
                close(journey, action, "The gate takes no new draft: " + no.reason());
            case Reply.NoAnswer<ReviseProposalResponse> no -> throw steps.away(journey, no.reason());
        }
    }

    private static void close(Journey journey, ActionRow action, String why) {
        journey.put(action.in(ActionState.CANCELLED, why));
        journey.tell(RunStep.PROPOSE, "not redrafted", action.actionType() + ": " + why);
    }

    private static void put(Journey journey, ActionRow action, Proposal proposal, ReviseProposalResponse answer) {
        var outcome = answer.getOutcome();
        var state = outcome.hasRefused() ? ActionState.REFUSED : ActionState.PENDING_REVIEW;
        var why = outcome.hasRefused()
                ? outcome.getRefused().getCode() + ": " + outcome.getRefused().getMessage()
                : "drafted again, version " + answer.getVersion();
        var payload = proposal.getPayload().toByteArray();
        journey.put(
                action.revised(state, payload, Sha256.hex(payload), answer.getVersion(), Freshness.of(proposal), why));
        journey.trouble().outage(null);
        var models = journey.round().takeModels();
        journey.tell(
                RunStep.PROPOSE,
                "redrafted",
                action.actionType() + ": " + why,
                entry -> entry.addAllModels(models).setPolicyVersion(outcome.getPolicyVersion()));
    }

    private static String id(Journey journey, String what, ActionRow action, DecidedAction.Decided decision) {
        return journey.run().getId() + ":" + what + ":" + action.ordinal() + ":" + decision.version();
    }
}
