package io.outrider.review.console;

import io.outrider.review.console.InsightsView.Layer;
import io.outrider.review.quality.Layers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The three layers of checks of one agent: how much was in order, and what was found. */
final class LayerViews {

    private static final List<String> PASSED = List.of("granted", "accepted");

    private LayerViews() {}

    static Layer of(Layers layers) {
        var passed = PASSED.stream()
                .mapToLong(word -> layers.gate().getOrDefault(word, 0L))
                .sum();
        var decided = sum(layers.gate()) - layers.gate().getOrDefault("open", 0L);
        var shares = List.of(
                share(layers.input().getOrDefault("clean", 0L), layers.items()),
                share(layers.output().getOrDefault("clean", 0L), layers.items()),
                share(passed, decided));
        return new Layer(
                layers.agent().isEmpty() ? "unknown" : layers.agent(),
                layers.items(),
                Plot.shares(List.of("Input clean", "Output clean", "Passed as it was"), shares),
                text(layers.input()),
                text(layers.output()),
                text(layers.gate()));
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static String text(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> entry.getKey().replace('-', ' ') + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
