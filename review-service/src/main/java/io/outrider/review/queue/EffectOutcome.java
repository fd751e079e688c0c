package io.outrider.review.queue;

/** What became of a granted action. */
public enum EffectOutcome {
    EXECUTED,
    FAILED,
    UNKNOWN,
    UNDONE,
    BOUNCED,
    COMPLAINED,
    NOT_EXECUTED;

    /** Whether it counts against those who let it pass. */
    public boolean bad() {
        return switch (this) {
            case FAILED, BOUNCED, COMPLAINED -> true;
            case EXECUTED, UNKNOWN, UNDONE, NOT_EXECUTED -> false;
        };
    }
}
