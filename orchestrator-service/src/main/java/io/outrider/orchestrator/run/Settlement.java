package io.outrider.orchestrator.run;

/**
 * What became of an effect that was claimed.
 *
 * @param beforeImage for undo; empty where there is none
 */
public record Settlement(String effectId, State state, String externalId, String reason, byte[] beforeImage) {

    /** Stored by name. */
    public enum State {
        DONE,
        /** Nothing happened, for good. */
        REFUSED,
        UNKNOWN,
        /** Provably nothing happened; may be claimed again. */
        BUSY
    }

    public Settlement(String effectId, State state, String externalId, String reason) {
        this(effectId, state, externalId, reason, new byte[0]);
    }
}
