package io.outrider.messaging.sequence;

import io.outrider.messaging.draft.Effort;
import io.outrider.messaging.ground.GroundedStep;
import io.outrider.messaging.ground.Support;
import io.outrider.messaging.lint.Finding;
import java.util.List;

/**
 * A sequence as it is handed out.
 *
 * @param confidence 0 to 1
 */
public record Finished(
        List<GroundedStep> steps, List<Finding> lint, double confidence, String rationale, Effort effort) {

    public Finished {
        steps = List.copyOf(steps);
        lint = List.copyOf(lint);
    }

    public int count(Support support) {
        return (int) steps.stream()
                .flatMap(step -> step.sentences().stream())
                .filter(sentence -> sentence.support() == support)
                .count();
    }
}
