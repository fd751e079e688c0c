package io.outrider.messaging.lint;

/**
 * Something wrong with a message.
 *
 * @param stepIndex from 0
 * @param sentenceIndex from 0, or {@link #WHOLE_STEP} for the subject or the whole message
 * @param excerpt the offending text, at most 120 characters
 */
public record Finding(
        String rule, Severity severity, int stepIndex, int sentenceIndex, String excerpt, String message) {

    public static final int WHOLE_STEP = -1;

    private static final int EXCERPT_CHARS = 120;

    /** What a finding does. */
    public enum Severity {
        /** Shown to the reviewer. */
        WARNING,
        /** Blocks accepting and sending. */
        ERROR
    }

    public Finding {
        excerpt = excerpt.length() <= EXCERPT_CHARS ? excerpt : excerpt.substring(0, EXCERPT_CHARS);
    }

    public boolean blocks() {
        return severity == Severity.ERROR;
    }
}
