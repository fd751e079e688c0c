package io.outrider.orchestrator.connector;

/** A connector that can take some of its effects back. */
public interface Undoing {

    /**
     * Puts back what stood there before, where it still stands as the effect left it: what a person has changed since
     * stays.
     *
     * @param beforeImage as the effect's {@link Outcome.Done} gave it
     * @param idempotencyKey of the undoing, another than the effect's
     */
    Outcome undo(byte[] beforeImage, String idempotencyKey);
}
