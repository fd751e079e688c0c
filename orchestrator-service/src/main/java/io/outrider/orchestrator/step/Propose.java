package io.outrider.orchestrator.step;

import io.grpc.StatusRuntimeException;
import io.outrider.kit.id.Sha256;
import io.outrider.orchestrator.agent.Agents;
import io.outrider.orchestrator.run.ActionRow;
import io.outrider.orchestrator.run.ActionRow.GrantRef;
import io.outrider.orchestrator.run.queue.Pace;
import io.outrider.orchestrator.run.state.ActionState;
import io.outrider.orchestrator.run.state.RunStep;
import io.outrider.review.v1.Proposal;
import io.outrider.review.v1.ProposalOutcome;
import io.outrider.review.v1.ProposeActionRequest;
import io.outrider.review.v1.ProposeActionResponse;
import io.outrider.review.v1.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Step 4: asks the gate for all actions of the run at once. */
@ApplicationScoped
class Propose {

    private final Steps steps;
    private final Agents agents;
    private final Pace pace;

    Propose(Steps steps, Agents agents, Pace pace) {
        this.pace = pace;
        this.steps = steps;
        this.agents = agents;
    }

    /** Puts each action into the journey with what became of its proposal. */
    void ask(Journey journey, List<Proposal> proposals) {
        var request = ProposeActionRequest.newBuilder()
                .setRequestId(journey.requestId(RunStep.PROPOSE))
                .addAllProposals(proposals)
                .build();
        var outcomes = steps.run(journey, RunStep.PROPOSE, deadline -> gate(journey, deadline, request))
                .orElseThrow(() -> new Interrupted.ForAPerson("GATE_NOT_ASKED", "The gate could not be asked"))
                .getOutcomesList();
        for (int i = 0; i < proposals.size(); i++) {
            var action = action(proposals.get(i), i, outcomes.get(i));
            journey.put(action);
            var policy = outcomes.get(i).getPolicyVersion();
            journey.tell(
                    RunStep.PROPOSE,
                    event(action.state()),
                    action.actionType() + ": " + action.reason(),
                    entry -> entry.setPolicyVersion(policy));
        }
    }

    private ProposeActionResponse gate(Journey journey, Duration deadline, ProposeActionRequest request) {
        var since = System.nanoTime();
        try {
            var answer = agents.review(journey.workspace(), deadline).proposeAction(request);
            pace.answered(since);
            return answer;
        } catch (StatusRuntimeException e) {
            pace.failed(since);
            throw e;
        }
    }

    private static ActionRow action(Proposal proposal, int ordinal, ProposalOutcome outcome) {
        var payload = proposal.getPayload().toByteArray();
        var why = outcome.getReasonsList().stream().map(Reason::getRule).collect(Collectors.joining(", "));
        var row = new ActionRow(
                proposal.getKey(),
                ordinal,
                proposal.getActionType(),
                ActionState.PROPOSED,
                payload,
                Sha256.hex(payload),
                outcome.getItemId(),
                GrantRef.NONE,
                1,
                Freshness.of(proposal),
                Payloads.sendsMessages(proposal.getActionType())
                        ? proposal.getOrigin().getSegmentId()
                        : "",
                why);
        return switch (outcome.getOutcomeCase()) {
            case GRANTED -> {
                var grant = outcome.getGranted();
                yield row.granted(new GrantRef(grant.getId(), grant.getJws()), why);
            }
            case PENDING -> row.in(ActionState.PENDING_REVIEW, why);
            case REFUSED -> {
                var refusal = outcome.getRefused();
                yield row.in(ActionState.REFUSED, refusal.getCode() + ": " + refusal.getMessage());
            }
            case OUTCOME_NOT_SET -> throw new Interrupted.Halted("NO_OUTCOME", "The gate answered without an outcome");
        };
    }

    private static String event(ActionState state) {
        return switch (state) {
            case GRANTED -> "granted";
            case PENDING_REVIEW -> "waiting for review";
            default -> "refused";
        };
    }
}
