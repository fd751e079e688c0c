package io.outrider.review.queue;

/** Where an item stands. CLAIMED is PENDING or ESCALATED with a claim that has not run out; it is never stored. */
public enum ItemState {
    PENDING,
    CLAIMED,
    ACCEPTED,
    EDITED,
    REJECTED,
    IGNORED,
    RESPONDED,
    EXPIRED,
    ESCALATED,
    SUPERSEDED,
    AUTO_GRANTED,
    REFUSED,
    HELD;

    /** Whether a person may still decide it. */
    public boolean open() {
        return switch (this) {
            case PENDING, CLAIMED, ESCALATED -> true;
            case ACCEPTED, EDITED, REJECTED, IGNORED, RESPONDED, EXPIRED, SUPERSEDED, AUTO_GRANTED, REFUSED, HELD ->
                false;
        };
    }
}
