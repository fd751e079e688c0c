package io.outrider.orchestrator.run.state;

import java.util.Locale;

/** What follows the last failed attempt of a step. */
public enum OnFailure {
    /** The step is tried again later, with growing pauses, until the retry window is over. Then HALT. */
    RETRY,
    /** The run goes on without the result, marked partial. */
    CONTINUE_PARTIAL,
    /** The run fails. It is listed, explained and can be replayed. */
    HALT,
    /** The run stops for a person to look. */
    REVIEW;

    /** @param word as playbooks spell it; empty means HALT */
    public static OnFailure of(String word) {
        return word.isEmpty() ? HALT : valueOf(word.toUpperCase(Locale.ROOT));
    }
}
