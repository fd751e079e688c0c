package io.outrider.messaging.lint;

import io.outrider.messaging.ground.GroundedSentence;
import java.util.StringTokenizer;

/** Words of a message without its signature, against what the voice allows. */
final class LengthRule implements LintRule {

    private final int maxWords;

    LengthRule(int maxWords) {
        this.maxWords = maxWords;
    }

    @Override
    public void inspect(Inspection message) {
        int words = message.sentences().stream()
                .filter(sentence -> sentence.part() != io.outrider.messaging.draft.DraftSentence.Part.SIGNATURE)
                .mapToInt(LengthRule::words)
                .sum();
        if (words > maxWords) {
            message.error("TOO_LONG", Finding.WHOLE_STEP, words + " words", "the voice allows " + maxWords);
        }
        if (message.sentences().stream().noneMatch(GroundedSentence::isSubstance)) {
            message.error("EMPTY_BODY", Finding.WHOLE_STEP, "", "the message says nothing");
        }
    }

    private static int words(GroundedSentence sentence) {
        return new StringTokenizer(sentence.text()).countTokens();
    }
}
