package io.outrider.orchestrator.step;

import io.outrider.orchestrator.agent.Attempts;
import io.outrider.orchestrator.run.state.OnFailure;
import io.outrider.orchestrator.run.state.RunStep;
import io.outrider.type.v1.Library;
import io.outrider.type.v1.Playbook;
import io.outrider.type.v1.StepPolicy;
import java.util.Optional;

/** What a playbook says of its steps. */
record Policies(Attempts attempts, OnFailure onFailure) {

    private static final Policies USUAL = new Policies(Attempts.of(0, 0), OnFailure.HALT);

    /**
     * Before a playbook is chosen, the library's only one speaks for all.
     *
     * @param playbookId empty while none is chosen
     */
    static Policies of(Library library, String playbookId, RunStep step) {
        return playbook(library, playbookId)
                .flatMap(playbook -> playbook.getStepPoliciesList().stream()
                        .filter(policy -> policy.getStep().equals(step.word()))
                        .findFirst())
                .map(Policies::of)
                .orElse(USUAL);
    }

    static Optional<Playbook> playbook(Library library, String playbookId) {
        if (playbookId.isEmpty()) {
            return library.getPlaybooksCount() == 1 ? Optional.of(library.getPlaybooks(0)) : Optional.empty();
        }
        return library.getPlaybooksList().stream()
                .filter(playbook -> playbook.getId().equals(playbookId))
                .findFirst();
    }

    private static Policies of(StepPolicy policy) {
        return new Policies(
                Attempts.of(policy.getAttempts(), policy.getDeadlineSeconds()), OnFailure.of(policy.getOnFailure()));
    }
}
