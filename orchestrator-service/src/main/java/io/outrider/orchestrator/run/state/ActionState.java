package io.outrider.orchestrator.run.state;

/** Where one action of a run stands. Stored by name. */
public enum ActionState {
    PROPOSED,
    PENDING_REVIEW,
    GRANTED,
    REFUSED,
    REJECTED,
    EXPIRED,
    /** Claimed in the ledger; the call may be under way. */
    EXECUTING,
    DONE,
    /** The provider said no. Nothing happened. */
    FAILED,
    /** Nobody knows whether it happened. */
    UNKNOWN,
    CANCELLED,
    /** Done, and taken back. */
    UNDONE;

    /** Whether the run still has something to do or to wait for because of it. */
    public boolean open() {
        return switch (this) {
            case PROPOSED, PENDING_REVIEW, GRANTED, EXECUTING -> true;
            case REFUSED, REJECTED, EXPIRED, DONE, FAILED, UNKNOWN, CANCELLED, UNDONE -> false;
        };
    }
}
