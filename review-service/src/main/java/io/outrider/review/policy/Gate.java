package io.outrider.review.policy;

/** Who must be asked before an action is taken. */
public enum Gate {
    /** Nobody. */
    AUTONOMOUS,
    /** A person, who may decide many of a kind together. */
    BATCH_REVIEW,
    /** A person, for a sample. */
    SPOT_CHECK,
    /** A person, always. */
    MANDATORY
}
