package io.outrider.messaging.ground;

/** What carries a sentence, as code found it. */
public enum Support {
    /** Claims with quotes. */
    CLAIM,
    /** Proof points of the library. */
    PROOF_POINT,
    /** A greeting, a question, an offer, a view marked as such: nothing that could be false. */
    OPINION,
    /** Nothing. */
    NONE
}
