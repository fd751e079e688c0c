package io.outrider.research.reason;

import io.outrider.research.brief.Predicate;
import java.util.List;
import java.util.regex.Pattern;

/** A phrase followed by names: "our customers include A, B and C". */
record ListRule(Predicate predicate, List<String> triggers, Pattern phrase, double confidence) implements Rule {

    /** @param phrase with a group named list */
    static ListRule of(Predicate predicate, String triggers, String phrase, double confidence) {
        return new ListRule(
                predicate,
                List.of(triggers.split(" ")),
                Pattern.compile(phrase, Pattern.UNICODE_CHARACTER_CLASS),
                confidence);
    }

    @Override
    public void read(Sentence sentence, Findings found) {
        var matcher = sentence.matcher(phrase);
        if (matcher.find()) {
            for (var name : Lists.names(matcher.group("list"))) {
                found.add(sentence, predicate, name, confidence);
            }
        }
    }
}
