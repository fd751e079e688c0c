package io.outrider.sandbox.model;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a draft may be made of: facts with the best reason to write first, value propositions, proof points. */
record Material(String firstName, String company, List<Fact> facts, List<String> values, List<Fence> proofs) {

    private static final List<String> REASONS =
            List.of("news", "hiring_for", "description", "product", "technology", "certification", "customer");

    private static final Pattern FIELD = Pattern.compile("(?m)^\\s*([A-Za-z_ ]+?)\\s*[:=]\\s*(.+?)\\s*$");

    static Material of(Fences prompt) {
        var facts = prompt.all("fact").stream()
                .map(Fact::of)
                .filter(fact -> !fact.isOrder() && REASONS.contains(fact.predicate()))
                .sorted(Comparator.comparingInt(fact -> REASONS.indexOf(fact.predicate())))
                .toList();
        var values = prompt.all("value_prop").stream().map(Fence::text).toList();
        return new Material(
                field(prompt, "contact", "first_name", "firstname", "first name"),
                company(prompt, facts),
                facts,
                values,
                prompt.all("proof"));
    }

    /** One for each step, going round where there are too few. */
    Optional<Fact> fact(int index) {
        return index < facts.size() || index < 3 ? pick(facts, index) : Optional.empty();
    }

    Optional<String> value(int index) {
        return pick(values, index);
    }

    Optional<Fence> proof(int index) {
        return pick(proofs, index);
    }

    private static <T> Optional<T> pick(List<T> items, int index) {
        return items.isEmpty() ? Optional.empty() : Optional.of(items.get(index % items.size()));
    }

    private static String company(Fences prompt, List<Fact> facts) {
        for (var tag : List.of("account", "company", "contact")) {
            var name = field(prompt, tag, tag.equals("contact") ? "company" : "name", "account", "company");
            if (!name.isEmpty()) {
                return name;
            }
        }
        var words = facts.stream().filter(fact -> fact.is("description")).findFirst();
        return words.map(fact -> capitals(fact.value())).orElse("");
    }

    private static String capitals(String text) {
        var matcher = Pattern.compile("^(?:\\p{Lu}[\\p{L}&'-]* ?|and |of )+").matcher(text);
        return matcher.find() ? matcher.group().strip() : "";
    }

    /** A field of a fence, given as an attribute or as a line {@code name: value}. */
    private static String field(Fences prompt, String tag, String... names) {
        for (var fence : prompt.all(tag)) {
            for (var name : names) {
                if (!fence.attribute(name).isEmpty()) {
                    return fence.attribute(name);
                }
            }
            var lines = FIELD.matcher(fence.text());
            while (lines.find()) {
                if (List.of(names).contains(lines.group(1).toLowerCase(Locale.ROOT))) {
                    return lines.group(2);
                }
            }
        }
        return "";
    }
}
