package io.outrider.messaging.draft;

import io.outrider.messaging.material.Fact;
import io.outrider.messaging.material.Material;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Makes one remark of each kind of fact that is good enough to open a message with, the most telling first. */
final class Remarks {

    private static final List<String> ORDER = List.of(
            "news",
            "funding_round",
            "hiring_for",
            "open_roles",
            "certification",
            "product",
            "technology",
            "office",
            "customer",
            "description",
            "founded_year");
    private static final int VALUE_CHARS = 60;
    private static final int QUOTED_CHARS = 120;

    private final Material material;
    private final Wordings wordings;

    Remarks(Material material, Wordings wordings) {
        this.material = material;
        this.wordings = wordings;
    }

    /** Kinds that research made a hook of come first. */
    List<Remark> inOrder() {
        var kinds = new LinkedHashSet<String>();
        material.hooks().stream()
                .flatMap(hook -> hook.claimIds().stream())
                .flatMap(id -> material.usableFact(id).stream())
                .map(Fact::predicate)
                .filter(ORDER::contains)
                .forEach(kinds::add);
        kinds.addAll(ORDER);
        var remarks = new ArrayList<Remark>();
        for (var kind : kinds) {
            boolean rolesSaid = kind.equals("open_roles")
                    && remarks.stream().anyMatch(r -> r.predicate().equals("hiring_for"));
            if (!rolesSaid) {
                remark(kind).ifPresent(remarks::add);
            }
        }
        return remarks;
    }

    private Optional<Remark> remark(String kind) {
        boolean quoted = kind.equals("news") || kind.equals("description");
        var facts = material.usableFacts().stream()
                .filter(fact -> fact.predicate().equals(kind))
                .filter(fact -> Sendable.is(fact.value(), quoted ? QUOTED_CHARS : VALUE_CHARS))
                .limit(quoted ? 1 : 2)
                .toList();
        return facts.isEmpty() ? Optional.empty() : say(kind, facts);
    }

    private Optional<Remark> say(String kind, List<Fact> facts) {
        var account = material.account().spokenName();
        var first = facts.getFirst().value();
        var both = String.join(" and ", facts.stream().map(Fact::value).toList());
        return switch (kind) {
            case "news" ->
                remark(
                        facts,
                        "Your news",
                        1,
                        "I read your news \"" + first + "\" and wondered what it means for your team.",
                        "Your news \"" + first + "\" caught my attention.");
            case "funding_round" ->
                remark(
                        facts.subList(0, 1),
                        "The " + first,
                        2,
                        "Congratulations on the " + first + ".",
                        "I read about the " + first + " at " + account + ".");
            case "hiring_for" ->
                remark(
                        facts,
                        "Your open roles",
                        3,
                        "I saw " + both + " among your open roles.",
                        "I noticed " + both + " on your list of open roles.");
            case "open_roles" ->
                whole(first)
                        .filter(n -> n.compareTo(BigDecimal.ONE) > 0)
                        .flatMap(n -> remark(
                                facts.subList(0, 1),
                                "Your open roles",
                                4,
                                "I saw " + spoken(n) + " open roles at " + account + "."));
            case "certification" ->
                remark(facts, first + " at " + account, 5, "I saw " + both + " named among your certifications.");
            case "product" ->
                remark(
                        facts,
                        "A question about " + first,
                        6,
                        "I have been reading about " + both + ".",
                        "I came across " + both + " while reading about " + account + ".");
            case "technology" ->
                remark(facts, first + " at " + account, 7, "I saw " + both + " named among the tools you use.");
            case "office" -> remark(facts, "A question for " + account, 8, "I saw " + both + " among your locations.");
            case "customer" ->
                remark(facts, "A question for " + account, 9, "I saw " + both + " named among your customers.");
            case "description" ->
                remark(
                        facts,
                        "A question for " + account,
                        10,
                        "I read how " + account + " describes itself: \"" + first + "\".");
            default ->
                whole(first)
                        .flatMap(year -> remark(
                                facts.subList(0, 1),
                                "A question for " + account,
                                11,
                                "I read that " + account + " has been around since " + year.toPlainString() + "."));
        };
    }

    private Optional<Remark> remark(List<Fact> facts, String subject, int salt, String... ways) {
        var ids = facts.stream().map(Fact::id).toList();
        return Optional.of(new Remark(facts.getFirst().predicate(), wordings.pick(salt, ways), ids, subject));
    }

    /** A headcount worth naming in a question, with the fact behind it. */
    Optional<Remark> headcount() {
        return material.usableFacts().stream()
                .filter(fact -> fact.predicate().equals("employee_count"))
                .findFirst()
                .flatMap(fact -> whole(fact.value())
                        .filter(n -> n.compareTo(BigDecimal.TEN) >= 0)
                        .map(n -> new Remark(
                                "employee_count",
                                "With " + spoken(n) + " people at "
                                        + material.account().spokenName(),
                                List.of(fact.id()),
                                "")));
    }

    private static Optional<BigDecimal> whole(String value) {
        return value.matches("\\d{1,9}") ? Optional.of(new BigDecimal(value)) : Optional.empty();
    }

    private static String spoken(BigDecimal number) {
        return String.format(java.util.Locale.ROOT, "%,d", number.longValueExact());
    }
}
