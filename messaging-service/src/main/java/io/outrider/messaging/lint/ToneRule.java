package io.outrider.messaging.lint;

import io.outrider.messaging.ground.GroundedSentence;
import io.outrider.messaging.ground.Support;
import java.util.regex.Pattern;

/** Shouting, and a message that asks for nothing. */
final class ToneRule implements LintRule {

    private static final Pattern SHOUTED = Pattern.compile("\\b\\p{Lu}{4,}(?:\\W+\\p{Lu}{3,})+\\b|\\b\\p{Lu}{7,}\\b");
    private static final int MAX_EXCLAMATIONS = 1;

    @Override
    public void inspect(Inspection message) {
        message.eachText((index, text) -> {
            var shouted = SHOUTED.matcher(text);
            boolean cited = index >= 0 && message.sentences().get(index).support() == Support.CLAIM;
            if (!cited && shouted.find()) {
                message.warn("ALL_CAPS", index, shouted.group(), "it shouts");
            }
        });
        long exclamations = message.subject().chars().filter(c -> c == '!').count()
                + message.sentences().stream()
                        .filter(GroundedSentence::isSubstance)
                        .flatMapToInt(sentence -> sentence.text().chars())
                        .filter(c -> c == '!')
                        .count();
        if (exclamations > MAX_EXCLAMATIONS) {
            message.warn("EXCLAMATIONS", Finding.WHOLE_STEP, exclamations + " exclamation marks", "one is enough");
        }
        if (message.sentences().stream().noneMatch(CallToAction::isOne)) {
            message.warn("NO_CALL_TO_ACTION", Finding.WHOLE_STEP, "", "it asks the reader for nothing");
        }
    }
}
