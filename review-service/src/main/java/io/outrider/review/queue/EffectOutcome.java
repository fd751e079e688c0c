package io.outrider.review.queue;

import org.jspecify.annotations.Nullable;

/** What became of a granted action. */
public enum EffectOutcome {
    EXECUTED,
    FAILED,
    UNKNOWN,
    UNDONE,
    BOUNCED,
    COMPLAINED,
    NOT_EXECUTED;

    /**
     * Whether it counts against those who let it pass. That something whose outcome was unknown turns out not to have happened is nobody's
     * fault; that somebody took it back is.
     */
    boolean badAfter(@Nullable EffectOutcome before) {
        return switch (this) {
            case FAILED -> before != UNKNOWN;
            case UNDONE, BOUNCED, COMPLAINED -> true;
            case EXECUTED, UNKNOWN, NOT_EXECUTED -> false;
        };
    }
}
