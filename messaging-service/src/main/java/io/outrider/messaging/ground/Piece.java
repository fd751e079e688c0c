package io.outrider.messaging.ground;

import org.jspecify.annotations.Nullable;

/** A part of a sentence that is judged by itself. It is read once for all who judge it, and not at all where nobody asks. */
final class Piece {

    private final String text;
    private @Nullable Reading reading;

    /** @param text as {@link PlainText} gives it */
    Piece(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    boolean isQuestion() {
        return Forms.isQuestion(text);
    }

    Reading reading() {
        if (reading == null) {
            reading = Reading.of(text);
        }
        return reading;
    }
}
