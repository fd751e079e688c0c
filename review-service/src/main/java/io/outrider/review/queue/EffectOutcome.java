package io.outrider.review.queue;

/** What became of a granted action. */
public enum EffectOutcome {
    EXECUTED,
    FAILED,
    UNKNOWN,
    UNDONE,
    BOUNCED,
    COMPLAINED;

    /** Whether it counts against those who let it pass. */
    public boolean bad() {
        return switch (this) {
            case FAILED, BOUNCED, COMPLAINED -> true;
            case EXECUTED, UNKNOWN, UNDONE -> false;
        };
    }
}
