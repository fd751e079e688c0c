package io.outrider.cli.bench;

import com.google.gson.Gson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What runs cost that only wait.
 *
 * @param cpu seconds by process, while nothing happened
 */
public record ParkedReport(int waiting, double seconds, Map<String, Double> cpu) {

    public ParkedReport {
        cpu = Map.copyOf(cpu);
    }

    /** One line of JSON; shares are of one core. */
    public String json() {
        var shares = new TreeMap<String, Double>();
        cpu.forEach((name, spent) -> shares.put(name, rounded(spent / seconds)));
        var inside = cpu.entrySet().stream()
                .filter(entry -> !BenchReport.OUTSIDE.contains(entry.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("parked", waiting);
        fields.put("seconds", rounded(seconds));
        fields.put("shareOfACore", rounded(inside / seconds));
        fields.put("shareByProcess", shares);
        return new Gson().toJson(fields);
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
