package io.outrider.messaging.sequence;

import io.outrider.messaging.ground.GroundedSentence;
import java.util.List;

/** The text that is sent: nothing but the sentences. */
public final class Body {

    private Body() {}

    /** Joined by a space within a paragraph, by an empty line between paragraphs. */
    public static String of(List<GroundedSentence> sentences) {
        var body = new StringBuilder();
        int paragraph = 0;
        for (var sentence : sentences) {
            if (!body.isEmpty()) {
                body.append(sentence.paragraph() == paragraph ? " " : "\n\n");
            }
            body.append(sentence.text());
            paragraph = sentence.paragraph();
        }
        return body.toString();
    }
}
