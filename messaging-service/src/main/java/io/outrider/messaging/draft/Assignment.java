package io.outrider.messaging.draft;

import io.outrider.kit.security.Turn;
import io.outrider.messaging.material.Material;
import java.util.List;

/**
 * What is to be written.
 *
 * @param steps 1 to {@link Cadence#MAX_STEPS}; fewer come back where there is nothing more to say
 * @param instruction a reviewer's wish; empty for a first draft
 * @param previous what the wish is about; empty for a first draft
 * @param turn in which a model is asked
 */
public record Assignment(Material material, int steps, String instruction, List<DraftStep> previous, Turn turn) {

    public Assignment {
        previous = List.copyOf(previous);
    }

    public boolean isRevision() {
        return !instruction.isEmpty();
    }
}
