package io.outrider.orchestrator.connector;

import java.time.Duration;

/** What became of an effect, as far as anybody can know. */
public sealed interface Outcome {

    /**
     * The provider confirmed it.
     *
     * @param externalId the provider's own id of what it made or changed; empty where it names none
     * @param beforeImage what stood there before, for undo; empty where there is none
     */
    record Done(String externalId, String detail, byte[] beforeImage) implements Outcome {

        public Done(String externalId, String detail) {
            this(externalId, detail, new byte[0]);
        }
    }

    /**
     * What the effect wants is there, made by somebody else before, or something in its place that has to stay as it is.
     * Nothing was done, and nothing is left to do.
     *
     * @param externalId the provider's own id of what is there; empty where it is not what the effect wants
     */
    record Already(String externalId, String detail) implements Outcome {}

    /** The provider said no. Nothing happened. */
    record Refused(String reason) implements Outcome {}

    /** No answer: it may have happened. Never tried again by itself. */
    record Unknown(String reason) implements Outcome {}

    /** Provably nothing happened: 429 or 503 before acceptance, or a connection that was never made. */
    record Busy(Duration retryAfter, String reason) implements Outcome {}
}
