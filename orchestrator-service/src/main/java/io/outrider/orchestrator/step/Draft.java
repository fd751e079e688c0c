package io.outrider.orchestrator.step;

import io.outrider.messaging.v1.GenerateSequenceRequest;
import io.outrider.orchestrator.agent.Agents;
import io.outrider.orchestrator.run.state.RunStep;
import io.outrider.type.v1.Brief;
import io.outrider.type.v1.Sequence;
import io.outrider.type.v1.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Step 3: the messages, where the playbook will send any. */
@ApplicationScoped
class Draft {

    private final Steps steps;
    private final Agents agents;

    Draft(Steps steps, Agents agents) {
        this.steps = steps;
        this.agents = agents;
    }

    /** Empty where the step failed and the playbook goes on without messages. */
    Optional<Sourced<Sequence>> of(Journey journey, Brief brief, Verdict verdict) {
        var run = journey.run();
        var request = GenerateSequenceRequest.newBuilder()
                .setRequestId(journey.requestId(RunStep.DRAFT))
                .setAccount(run.getAccount())
                .setPerson(run.getPerson())
                .setBrief(brief)
                .setVerdict(verdict)
                .setLibrary(journey.library().library())
                .setPlaybookId(run.getPlaybookId())
                .setLevel(run.getLevel())
                .build();
        return steps.run(
                        journey,
                        RunStep.DRAFT,
                        deadline -> agents.messaging(journey.workspace(), Lanes.of(journey.run()), deadline)
                                .generateSequence(request))
                .map(answer -> {
                    var sequence = answer.getSequence();
                    run.setSequenceId(sequence.getId());
                    run.setConfidence(Math.min(
                            verdict.getConfidence().getValue(),
                            sequence.getConfidence().getValue()));
                    steps.record(
                            journey,
                            RunStep.DRAFT,
                            answer.getWork(),
                            "%d messages, %d lint findings"
                                    .formatted(sequence.getStepsCount(), sequence.getLintCount()));
                    return new Sourced<>(sequence, answer.getWork());
                });
    }
}
