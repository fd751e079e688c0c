package io.outrider.research.reason;

import io.outrider.research.brief.Predicate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A phrase followed by names: "our customers include A, B and C".
 *
 * @param needles a sentence without any of them, in lower case, cannot match: looking for them costs a fraction of the pattern
 */
record ListRule(Predicate predicate, List<String> triggers, List<String> needles, Pattern phrase, double confidence)
        implements Rule {

    /**
     * @param needles separated by |
     * @param phrase with a group named list
     */
    static ListRule of(Predicate predicate, String triggers, String needles, String phrase, double confidence) {
        return new ListRule(
                predicate,
                List.of(triggers.split(" ")),
                List.of(needles.split("\\|")),
                Pattern.compile(phrase, Pattern.UNICODE_CHARACTER_CLASS),
                confidence);
    }

    @Override
    public void read(Sentence sentence, Findings found) {
        if (!sentence.saysAnyOf(needles)) {
            return;
        }
        var matcher = sentence.matcher(phrase);
        if (matcher.find()) {
            for (var name : Lists.names(matcher.group("list"))) {
                found.add(sentence, predicate, name, confidence);
            }
        }
    }
}
