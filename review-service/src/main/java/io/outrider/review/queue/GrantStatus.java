package io.outrider.review.queue;

/** Whether a grant may be used at this moment. */
public enum GrantStatus {
    VALID,
    REVOKED,
    EXPIRED,
    /** The policy now stops the action type, or everything. */
    KILL_SWITCH,
    UNKNOWN
}
