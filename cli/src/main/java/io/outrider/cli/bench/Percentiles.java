package io.outrider.cli.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Times as whole milliseconds, by nearest rank. */
final class Percentiles {

    private Percentiles() {}

    /** Empty for no times. */
    static Map<String, Long> of(List<Long> nanos) {
        var sorted = nanos.stream().sorted().toList();
        var named = new LinkedHashMap<String, Long>();
        if (!sorted.isEmpty()) {
            named.put("p50", at(sorted, 0.50));
            named.put("p90", at(sorted, 0.90));
            named.put("p99", at(sorted, 0.99));
            named.put("max", sorted.getLast() / 1_000_000);
        }
        return named;
    }

    private static long at(List<Long> sorted, double share) {
        var rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(0, rank - 1)) / 1_000_000;
    }
}
