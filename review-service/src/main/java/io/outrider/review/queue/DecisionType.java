package io.outrider.review.queue;

/** What a reviewer says. */
public enum DecisionType {
    ACCEPT,
    EDIT,
    RESPOND,
    REJECT,
    IGNORE;

    /** Whether it lets the action happen. */
    boolean approves() {
        return this == ACCEPT || this == EDIT;
    }
}
