package io.outrider.orchestrator.step;

import io.outrider.orchestrator.agent.Attempts;
import io.outrider.orchestrator.run.state.OnFailure;
import io.outrider.orchestrator.run.state.RunStep;
import io.outrider.type.v1.Library;
import io.outrider.type.v1.Playbook;
import io.outrider.type.v1.StepPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a playbook says of its steps. */
record Policies(Attempts attempts, OnFailure onFailure) {

    private static final List<OnFailure> CARE =
            List.of(OnFailure.REVIEW, OnFailure.HALT, OnFailure.RETRY, OnFailure.CONTINUE_PARTIAL);
    private static final Policies USUAL = new Policies(Attempts.of(0, 0), OnFailure.HALT);

    /**
     * Before a playbook is chosen, all of the library speak: the step gets the most that any gives it, and what follows its
     * failure is the most careful that any says.
     *
     * @param playbookId empty while none is chosen
     */
    static Policies of(Library library, String playbookId, RunStep step) {
        return candidates(library, playbookId)
                .map(playbook -> of(playbook, step))
                .reduce(Policies::careful)
                .orElse(USUAL);
    }

    private static Stream<Playbook> candidates(Library library, String playbookId) {
        return playbookId.isEmpty() ? library.getPlaybooksList().stream() : playbook(library, playbookId).stream();
    }

    private static Policies of(Playbook playbook, RunStep step) {
        return said(playbook, step).map(Policies::of).orElse(USUAL);
    }

    /** The very words of the chosen playbook; empty where it has none about the step. */
    static Optional<StepPolicy> said(Library library, String playbookId, RunStep step) {
        return playbook(library, playbookId).flatMap(playbook -> said(playbook, step));
    }

    private static Optional<StepPolicy> said(Playbook playbook, RunStep step) {
        return playbook.getStepPoliciesList().stream()
                .filter(policy -> policy.getStep().equals(step.word()))
                .findFirst();
    }

    private Policies careful(Policies other) {
        var deadline = attempts.deadline().compareTo(other.attempts.deadline()) > 0
                ? attempts.deadline()
                : other.attempts.deadline();
        return new Policies(
                new Attempts(Math.max(attempts.most(), other.attempts.most()), deadline),
                CARE.indexOf(onFailure) < CARE.indexOf(other.onFailure) ? onFailure : other.onFailure);
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
