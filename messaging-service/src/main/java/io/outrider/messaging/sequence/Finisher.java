package io.outrider.messaging.sequence;

import io.outrider.messaging.draft.Draft;
import io.outrider.messaging.draft.Drafted;
import io.outrider.messaging.draft.Effort;
import io.outrider.messaging.ground.GroundedSentence;
import io.outrider.messaging.ground.GroundedStep;
import io.outrider.messaging.ground.Grounder;
import io.outrider.messaging.lint.Linter;
import io.outrider.messaging.material.Material;
import java.util.ArrayList;
import java.util.List;

/** Turns any draft into a sequence: the same checks for templates and models. */
public final class Finisher {

    private final Material material;
    private final List<String> notes = new ArrayList<>();
    private int dropped;

    private Finisher(Material material) {
        this.material = material;
    }

    public static Finished finish(Material material, Drafted drafted) {
        return new Finisher(material).finish(drafted.draft(), drafted.effort());
    }

    private Finished finish(Draft draft, Effort effort) {
        var grounder = new Grounder(material);
        var steps = draft.steps().stream()
                .map(grounder::ground)
                .map(this::withoutUncarried)
                .toList();
        var lint = new Linter(material).inspect(steps);
        double confidence = ConfidenceRule.of(steps, lint, material.coverage(), dropped, effort.degraded());
        return new Finished(steps, lint, confidence, rationale(draft), effort);
    }

    /** A sentence or subject that nothing carries goes where the message stands without it. */
    private GroundedStep withoutUncarried(GroundedStep step) {
        var trimmed = Trimmed.of(step);
        trimmed.dropped().forEach(this::note);
        var kept = trimmed.step();
        if (kept.subjectProblem().isEmpty()) {
            return kept;
        }
        dropped++;
        notes.add("a subject was replaced: " + kept.subjectProblem());
        return kept.withSubject("A question for " + material.account().spokenName());
    }

    private void note(GroundedSentence sentence) {
        dropped++;
        notes.add("a sentence was dropped: " + sentence.problem());
    }

    private String rationale(Draft draft) {
        return notes.isEmpty()
                ? draft.rationale()
                : draft.rationale() + " Of the draft, " + String.join("; ", notes) + ".";
    }
}
