package io.outrider.cli.compare;

import io.outrider.cli.output.Enums;
import io.outrider.cli.output.Json;
import io.outrider.cli.output.Table;
import io.outrider.cli.output.Terminal;
import io.outrider.orchestrator.v1.Run;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Comparisons as people and programs read them: those that a person should look at first. */
public final class Report {

    private final String nameOfA;
    private final String nameOfB;
    private final List<Comparison> comparisons;
    private final String sources;

    /** @param sources what the two worked from, in one sentence */
    Report(String nameOfA, String nameOfB, List<Comparison> comparisons, String sources) {
        this.sources = sources;
        this.nameOfA = nameOfA;
        this.nameOfB = nameOfB;
        this.comparisons = comparisons.stream()
                .sorted(Comparator.comparingInt(Comparison::weight).reversed().thenComparing(Comparison::domain))
                .toList();
    }

    public void print(Terminal terminal, boolean json) {
        if (json) {
            terminal.print(Json.of(document()));
            return;
        }
        table(terminal);
        looks(terminal);
        sums(terminal);
    }

    private Map<String, Object> document() {
        var document = new TreeMap<String, Object>();
        document.put("sources", sources);
        document.put("accounts", comparisons.size());
        document.put("differ", count(comparison -> !comparison.differences().isEmpty()));
        document.put("worthALook", count(Comparison::worthALook));
        document.put("cost", Map.of(nameOfA, costs(c -> c.a().run()), nameOfB, costs(c -> c.b().run())));
        document.put(
                "comparisons",
                comparisons.stream().map(c -> c.json(nameOfA, nameOfB)).toList());
        return document;
    }

    private void table(Terminal terminal) {
        terminal.print("Left of the bar: " + nameOfA + "; right of it: " + nameOfB);
        terminal.print(sources);
        var table =
                new Table("ACCOUNT", "LOOK", "OUTCOME", "TIER", "SCORE", "CONF", "PLAYBOOK", "FACTS", "DRAFT", "USD");
        for (var c : comparisons) {
            table.row(
                    c.domain(),
                    c.worthALook() ? c.weight() : "-",
                    both(c, w -> Enums.shown(w.run().getState())),
                    both(c, w -> Enums.shown(w.run().getTier())),
                    both(c, w -> w.run().getScore()),
                    both(c, w -> String.format(Locale.ROOT, "%.2f", w.run().getConfidence())),
                    both(
                            c,
                            w -> w.run().getPlaybookId().isEmpty()
                                    ? "-"
                                    : w.run().getPlaybookId()),
                    both(c, Worked::factCount),
                    both(c, w -> w.drafted() ? "yes" : "no"),
                    both(c, w -> String.format(Locale.ROOT, "%.4f", Costs.usd(w.run()))));
        }
        table.printTo(terminal);
    }

    private void looks(Terminal terminal) {
        var worth = comparisons.stream().filter(Comparison::worthALook).toList();
        if (worth.isEmpty()) {
            return;
        }
        terminal.heading("A person should look at");
        for (var comparison : worth) {
            terminal.print(comparison.domain() + "  (" + comparison.weight() + ")");
            comparison.differences().stream()
                    .filter(difference -> difference.weight() > 0)
                    .forEach(difference ->
                            terminal.print("  " + Enums.shown(difference.kind()) + ": " + difference.detail()));
        }
    }

    private void sums(Terminal terminal) {
        terminal.print("");
        terminal.print("%d accounts: %d differ, %d worth a look"
                .formatted(
                        comparisons.size(),
                        count(comparison -> !comparison.differences().isEmpty()),
                        count(Comparison::worthALook)));
        terminal.print(nameOfA + ": " + costs(c -> c.a().run()).shown());
        terminal.print(nameOfB + ": " + costs(c -> c.b().run()).shown());
    }

    private Costs costs(Function<Comparison, Run> side) {
        return Costs.of(comparisons.stream().map(side).toList());
    }

    private long count(java.util.function.Predicate<Comparison> which) {
        return comparisons.stream().filter(which).count();
    }

    /** One word where both sides say the same. */
    private static String both(Comparison comparison, Function<Worked, Object> side) {
        var a = String.valueOf(side.apply(comparison.a()));
        var b = String.valueOf(side.apply(comparison.b()));
        return a.equals(b) ? a : a + " | " + b;
    }
}
