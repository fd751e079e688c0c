package io.outrider.review.policy;

/** What happens to an item that nobody decided in time. None of them acts. */
public enum ExpiryPolicy {
    /** The action is not taken. */
    DROP,
    /** It is shown first for another window, then dropped. */
    ESCALATE,
    /** The run drafts it again from fresh facts. */
    REGENERATE
}
