package io.outrider.messaging.draft;

import io.outrider.messaging.material.Material;
import java.time.Instant;
import java.util.List;

/**
 * What is to be written.
 *
 * @param steps 1 to {@link Cadence#MAX_STEPS}; fewer come back where there is nothing more to say
 * @param instruction a reviewer's wish; empty for a first draft
 * @param previous what the wish is about; empty for a first draft
 * @param deadline after this no model is asked any more
 */
public record Assignment(Material material, int steps, String instruction, List<DraftStep> previous, Instant deadline) {

    public Assignment {
        previous = List.copyOf(previous);
    }

    public boolean isRevision() {
        return !instruction.isEmpty();
    }
}
