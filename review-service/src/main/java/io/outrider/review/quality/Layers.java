package io.outrider.review.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The three layers of checks for one agent: what it worked from, what it made, and what the gate made of it. An item counts at
 * most once for each finding.
 */
public record Layers(
        String agent, long items, Map<String, Long> input, Map<String, Long> output, Map<String, Long> gate) {

    private static final Set<String> INPUT = Set.of("partial", "degraded", "missing-data", "unverified-claim");
    private static final String CLEAN = "clean";

    public Layers {
        input = Map.copyOf(input);
        output = Map.copyOf(output);
        gate = Map.copyOf(gate);
    }

    /** One for each agent, most items first. */
    static List<Layers> of(List<Group> groups) {
        var byAgent = new TreeMap<String, Tally>();
        groups.forEach(group ->
                byAgent.computeIfAbsent(group.agent(), agent -> new Tally()).add(group));
        return byAgent.entrySet().stream()
                .map(entry -> entry.getValue().layers(entry.getKey()))
                .sorted((a, b) -> Long.compare(b.items(), a.items()))
                .toList();
    }

    private static String gateWord(String state) {
        return switch (state) {
            case "AUTO_GRANTED" -> "granted";
            case "ACCEPTED" -> "accepted";
            case "EDITED" -> "edited";
            case "REJECTED" -> "rejected";
            case "IGNORED" -> "ignored";
            case "RESPONDED" -> "sent-back";
            case "EXPIRED" -> "expired";
            case "REFUSED" -> "refused";
            case "SUPERSEDED" -> "withdrawn";
            default -> "open";
        };
    }

    /**
     * Items that are alike in all that is counted.
     *
     * @param findings words with a space between; null where it was not kept
     */
    record Group(String agent, @Nullable String findings, String state, long items) {}

    private static final class Tally {

        private final Map<String, Long> input = new HashMap<>();
        private final Map<String, Long> output = new HashMap<>();
        private final Map<String, Long> gate = new HashMap<>();
        private long items;

        void add(Group group) {
            items += group.items();
            gate.merge(gateWord(group.state()), group.items(), Long::sum);
            if (group.findings() != null) {
                add(group.findings(), group.items());
            }
        }

        private void add(String findings, long count) {
            var before = new ArrayList<String>();
            var after = new ArrayList<String>();
            for (var word : findings.isEmpty() ? new String[0] : findings.split(" ", -1)) {
                (INPUT.contains(word) ? before : after).add(word);
            }
            merge(input, before, count);
            merge(output, after, count);
        }

        private static void merge(Map<String, Long> into, List<String> words, long count) {
            (words.isEmpty() ? List.of(CLEAN) : words).forEach(word -> into.merge(word, count, Long::sum));
        }

        Layers layers(String agent) {
            return new Layers(agent, items, input, output, gate);
        }
    }
}
