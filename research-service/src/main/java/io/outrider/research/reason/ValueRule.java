package io.outrider.research.reason;

import io.outrider.research.brief.Predicate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A phrase with one value in it: "headquartered in Ghent".
 *
 * @param aboutUs only where the sentence speaks of the company itself
 */
record ValueRule(Predicate predicate, List<String> triggers, Pattern phrase, double confidence, boolean aboutUs)
        implements Rule {

    /** @param phrase with a group named value */
    static ValueRule of(Predicate predicate, String triggers, String phrase, double confidence, boolean aboutUs) {
        return new ValueRule(
                predicate,
                List.of(triggers.split(" ")),
                Pattern.compile(phrase, Pattern.UNICODE_CHARACTER_CLASS),
                confidence,
                aboutUs);
    }

    @Override
    public void read(Sentence sentence, Findings found) {
        var matcher = sentence.matcher(phrase);
        if (matcher.find() && (!aboutUs || sentence.isAboutTheCompany())) {
            found.add(sentence, predicate, matcher.group("value"), confidence);
        }
    }
}
