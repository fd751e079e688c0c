package io.outrider.review.queue;

/** Why not. A short closed list: the reasons are labels to learn from. */
public enum RejectReason {
    WRONG_FACT,
    NOT_A_FIT,
    WRONG_PERSON,
    TONE,
    BAD_TIMING,
    ALREADY_IN_TOUCH,
    OTHER
}
