package io.outrider.sandbox.model;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a draft may be made of: facts with the best reason to write first, value propositions, proof points. */
record Material(
        int messages, String firstName, String company, List<Fact> facts, List<ValueProp> values, List<Fence> proofs) {

    private static final List<String> REASONS =
            List.of("news", "hiring_for", "description", "product", "technology", "certification", "customer");

    private static final Pattern MESSAGES = Pattern.compile("(?i)\\b([1-9]) (?:messages|steps|emails)\\b");
    private static final Pattern FIELD = Pattern.compile("(?m)^\\s*([A-Za-z_ ]+?)\\s*[:=]\\s*(.+?)\\s*$");

    static Material of(Fences prompt) {
        var facts = prompt.all("fact").stream()
                .map(Fact::of)
                .filter(fact -> !fact.isOrder() && REASONS.contains(fact.predicate()))
                .sorted(Comparator.comparingInt(fact -> REASONS.indexOf(fact.predicate())))
                .toList();
        var messages = MESSAGES.matcher(prompt.prompt());
        var company = field(prompt, "contact", "company");
        return new Material(
                messages.find() ? Integer.parseInt(messages.group(1)) : 3,
                field(prompt, "contact", "first_name"),
                company.isEmpty() ? field(prompt, "account", "name") : company,
                facts,
                prompt.all("value_prop").stream().map(ValueProp::of).toList(),
                prompt.all("proof"));
    }

    /** One for each message, going round where there are too few. */
    Optional<Fact> fact(int message) {
        return pick(facts, message);
    }

    /** One more than the messages need, if there is one. */
    Optional<Fact> further() {
        return facts.size() > messages ? Optional.of(facts.get(messages)) : Optional.empty();
    }

    Optional<ValueProp> value(int message) {
        return pick(values, message);
    }

    /** The first proof point behind it. */
    Optional<Fence> proof(ValueProp value) {
        return proofs.stream()
                .filter(proof -> value.proofIds().contains(proof.id()))
                .findFirst();
    }

    private static <T> Optional<T> pick(List<T> items, int index) {
        return items.isEmpty() ? Optional.empty() : Optional.of(items.get(index % items.size()));
    }

    /** A field of a fence, given as an attribute or as a line {@code name: value}. */
    private static String field(Fences prompt, String tag, String name) {
        for (var fence : prompt.all(tag)) {
            if (!fence.attribute(name).isEmpty()) {
                return fence.attribute(name);
            }
            var lines = FIELD.matcher(fence.text());
            while (lines.find()) {
                if (lines.group(1).toLowerCase(Locale.ROOT).replace(' ', '_').equals(name)) {
                    return lines.group(2);
                }
            }
        }
        return "";
    }
}
