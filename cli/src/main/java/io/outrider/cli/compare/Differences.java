package io.outrider.cli.compare;

import io.outrider.cli.compare.Difference.Kind;
import io.outrider.cli.output.Enums;
import io.outrider.type.v1.Tier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Compares two runs of one account. The weights say what a person should look at first; they decide nothing else. */
final class Differences {

    private static final double NOTABLE_CONFIDENCE = 0.15;
    private static final int MOST_FACTS = 20;

    /** Predicates that have one true value. Descriptions are left out: two wordings of one fact are no conflict. */
    private static final Set<String> SINGLE = Set.of(
            "industry",
            "employee_count",
            "headquarters",
            "country_code",
            "founded_year",
            "funding_amount_usd",
            "open_roles",
            "contact_email");

    private final Worked a;
    private final Worked b;
    private final String nameOfA;
    private final String nameOfB;
    private final List<Difference> found = new ArrayList<>();

    private Differences(Worked a, String nameOfA, Worked b, String nameOfB) {
        this.a = a;
        this.b = b;
        this.nameOfA = nameOfA;
        this.nameOfB = nameOfB;
    }

    /** Heaviest first. */
    static List<Difference> between(Worked a, String nameOfA, Worked b, String nameOfB) {
        var all = new Differences(a, nameOfA, b, nameOfB);
        all.ends();
        all.judgements();
        all.words();
        all.facts();
        return all.found.stream()
                .sorted((x, y) -> Integer.compare(y.weight(), x.weight()))
                .toList();
    }

    private void ends() {
        if (a.broke() != b.broke()) {
            var broken = a.broke() ? a : b;
            add(
                    Kind.BROKEN,
                    90,
                    (a.broke() ? nameOfA : nameOfB) + " did not end: "
                            + broken.run().getReason());
        } else if (a.disqualified() != b.disqualified()) {
            add(Kind.OUTCOME, 100, nameOfA + " " + outcome(a) + ", " + nameOfB + " " + outcome(b));
        }
        degraded(a, nameOfA);
        degraded(b, nameOfB);
    }

    private void degraded(Worked one, String name) {
        if (one.run().getDegraded()) {
            add(Kind.DEGRADED, 30, name + " fell back to rules: this compares less than it says");
        }
    }

    private void judgements() {
        differ(Kind.PLAYBOOK, 60, a.run().getPlaybookId(), b.run().getPlaybookId());
        var tiers = Math.abs(a.run().getTierValue() - b.run().getTierValue());
        if (tiers > 0 && judged(a) && judged(b)) {
            add(
                    Kind.TIER,
                    20 * tiers,
                    Enums.shown(a.run().getTier()) + " | " + Enums.shown(b.run().getTier()));
        }
        var score = Math.abs(a.run().getScore() - b.run().getScore());
        if (score > 0) {
            add(Kind.SCORE, 4 * score, a.run().getScore() + " | " + b.run().getScore());
        }
        var gap = Math.abs(a.run().getConfidence() - b.run().getConfidence());
        if (gap >= NOTABLE_CONFIDENCE) {
            add(
                    Kind.CONFIDENCE,
                    (int) Math.round(40 * gap),
                    String.format(
                            Locale.ROOT,
                            "%.2f | %.2f",
                            a.run().getConfidence(),
                            b.run().getConfidence()));
        }
    }

    private void words() {
        if (a.drafted() != b.drafted()) {
            add(Kind.DRAFT, 40, "only " + (a.drafted() ? nameOfA : nameOfB) + " drafted messages");
        }
        if (!a.proposals().equals(b.proposals())) {
            add(Kind.PROPOSALS, 35, shown(a.proposals()) + " | " + shown(b.proposals()));
        }
    }

    private void facts() {
        var onlyOne = 0;
        var predicates = new TreeSet<>(a.facts().keySet());
        predicates.addAll(b.facts().keySet());
        for (var predicate : predicates) {
            var inA = a.facts().getOrDefault(predicate, Set.of());
            var inB = b.facts().getOrDefault(predicate, Set.of());
            if (inA.equals(inB)) {
                continue;
            }
            if (SINGLE.contains(predicate) && !inA.isEmpty() && !inB.isEmpty()) {
                add(Kind.FACT_CONFLICT, 25, predicate + ": " + shown(inA) + " | " + shown(inB));
            } else {
                onlyOne += alone(inA, inB);
            }
        }
        if (onlyOne > 0) {
            add(
                    Kind.FACTS,
                    Math.min(onlyOne, MOST_FACTS),
                    "%d facts | %d facts, %d of them in one only".formatted(a.factCount(), b.factCount(), onlyOne));
        }
    }

    private static int alone(Set<String> one, Set<String> other) {
        var both = new HashSet<>(one);
        both.retainAll(other);
        return one.size() + other.size() - 2 * both.size();
    }

    private void differ(Kind kind, int weight, String one, String other) {
        if (!one.equals(other)) {
            add(kind, weight, (one.isEmpty() ? "-" : one) + " | " + (other.isEmpty() ? "-" : other));
        }
    }

    private void add(Kind kind, int weight, String detail) {
        found.add(new Difference(kind, weight, detail));
    }

    private static boolean judged(Worked one) {
        return one.run().getTier() != Tier.TIER_UNSPECIFIED;
    }

    private static String outcome(Worked one) {
        return one.disqualified() ? "leaves the account" : "goes on with it";
    }

    private static String shown(Set<String> values) {
        return values.isEmpty() ? "-" : String.join(", ", values);
    }
}
