package io.outrider.messaging.draft;

import java.util.List;

/** A sequence before grounding, and why it says what it says. */
public record Draft(List<DraftStep> steps, String rationale) {

    public Draft {
        steps = List.copyOf(steps);
    }
}
