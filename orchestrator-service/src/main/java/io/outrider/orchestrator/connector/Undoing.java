package io.outrider.orchestrator.connector;

import java.util.List;

/** A connector that can take some of its effects back. */
public interface Undoing {

    /**
     * Puts back what stood there before, where it still stands as the effect left it: what a person has changed since
     * stays.
     *
     * @param beforeImage as the effect's {@link Outcome.Done} gave it
     * @param idempotencyKey of the undoing, another than the effect's
     */
    Undone undo(byte[] beforeImage, String idempotencyKey);

    /**
     * What came of it.
     *
     * @param restored fields that were put back
     * @param kept fields that somebody has changed since
     */
    record Undone(Outcome outcome, List<String> restored, List<String> kept) {

        public Undone {
            restored = List.copyOf(restored);
            kept = List.copyOf(kept);
        }

        public Undone(Outcome outcome) {
            this(outcome, List.of(), List.of());
        }
    }
}
