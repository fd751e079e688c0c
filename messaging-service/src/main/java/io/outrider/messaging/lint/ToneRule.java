package io.outrider.messaging.lint;

import io.outrider.messaging.ground.Support;
import java.util.regex.Pattern;

/** Shouting, and a message that asks for nothing. */
final class ToneRule implements LintRule {

    static final Pattern SHOUTED = Pattern.compile("\\b\\p{Lu}{4,}(?:\\W+\\p{Lu}{3,})+\\b|\\b\\p{Lu}{7,}\\b");
    private static final int LEAST_CAPITALS = 4;
    private static final int MAX_EXCLAMATIONS = 1;

    @Override
    public void inspect(Inspection message) {
        for (var text : message.texts()) {
            var shouted = SHOUTED.matcher(text.raw());
            boolean cited = message.support(text) == Support.CLAIM;
            if (!cited && mayShout(text.raw()) && shouted.find()) {
                message.warn("ALL_CAPS", text.index(), shouted.group(), "it shouts");
            }
        }
        int exclamations = exclamations(message.subject());
        for (var sentence : message.sentences()) {
            exclamations += sentence.isSubstance() ? exclamations(sentence.text()) : 0;
        }
        if (exclamations > MAX_EXCLAMATIONS) {
            message.warn("EXCLAMATIONS", Finding.WHOLE_STEP, exclamations + " exclamation marks", "one is enough");
        }
        if (message.sentences().stream().noneMatch(CallToAction::isOne)) {
            message.warn("NO_CALL_TO_ACTION", Finding.WHOLE_STEP, "", "it asks the reader for nothing");
        }
    }

    /** The pattern needs so many capitals in a row. */
    private static boolean mayShout(String text) {
        int capitals = 0;
        for (int i = 0; i < text.length() && capitals < LEAST_CAPITALS; ) {
            int c = text.codePointAt(i);
            capitals = Character.getType(c) == Character.UPPERCASE_LETTER ? capitals + 1 : 0;
            i += Character.charCount(c);
        }
        return capitals >= LEAST_CAPITALS;
    }

    private static int exclamations(String text) {
        int count = 0;
        for (int at = text.indexOf('!'); at >= 0; at = text.indexOf('!', at + 1)) {
            count++;
        }
        return count;
    }
}
