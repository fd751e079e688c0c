package io.outrider.qualify.question;

import io.outrider.qualify.fact.Fact;
import io.outrider.qualify.rule.Evaluation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says in plain words why a rule answered as it did. */
final class RuleWords {

    private static final int MAX_VALUES = 5;
    private static final int MAX_CHARS = 80;

    private RuleWords() {}

    static String unknown(Evaluation evaluation) {
        if (!evaluation.why().isEmpty()) {
            return sentence(evaluation.why());
        }
        if (!evaluation.missing().isEmpty()) {
            return "Nothing found says "
                    + evaluation.missing().stream()
                            .sorted()
                            .map(RuleWords::plain)
                            .collect(Collectors.joining(", ")) + ".";
        }
        return "The rule reads no fact.";
    }

    static String disputed(String predicate, List<Fact> facts) {
        return "Sources contradict each other on " + plain(predicate) + ": " + values(facts) + ".";
    }

    static String because(Evaluation evaluation, List<Fact> support, Map<String, String> attributes) {
        var byPredicate = support.stream().collect(Collectors.groupingBy(Fact::predicate));
        var parts = new TreeSet<String>();
        byPredicate.forEach(
                (predicate, facts) -> parts.add(plain(predicate) + verb(evaluation, predicate) + values(facts)));
        evaluation
                .attributes()
                .forEach(key -> parts.add("attribute " + key + " is " + cut(attributes.getOrDefault(key, ""))));
        return sentence(String.join("; ", parts));
    }

    private static String verb(Evaluation evaluation, String predicate) {
        return evaluation.singles().contains(predicate) ? " is " : " includes ";
    }

    private static String values(List<Fact> facts) {
        var texts = facts.stream().map(fact -> cut(fact.text())).distinct().toList();
        var shown = String.join(", ", texts.subList(0, Math.min(MAX_VALUES, texts.size())));
        return texts.size() <= MAX_VALUES ? shown : shown + " and " + (texts.size() - MAX_VALUES) + " more";
    }

    private static String plain(String predicate) {
        return predicate.replace('_', ' ');
    }

    private static String cut(String text) {
        return text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS) + "...";
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    }
}
