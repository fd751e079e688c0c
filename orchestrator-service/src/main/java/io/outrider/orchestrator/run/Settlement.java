package io.outrider.orchestrator.run;

/**
 * What became of an effect that was claimed.
 *
 * @param attempt the claim that it is about: what an earlier one came to says nothing of a later one
 * @param beforeImage for undo; empty where there is none
 */
public record Settlement(
        String effectId, int attempt, State state, String externalId, String reason, byte[] beforeImage) {

    /** Why an outcome is unknown where nobody is left to ask. */
    public static final String DIED = "the process that did it died before it knew the outcome";

    /** Stored by name. */
    public enum State {
        DONE,
        /** Nothing happened, for good. */
        REFUSED,
        UNKNOWN,
        /** Provably nothing happened; may be claimed again. */
        BUSY
    }

    public Settlement(String effectId, int attempt, State state, String externalId, String reason) {
        this(effectId, attempt, state, externalId, reason, new byte[0]);
    }
}
