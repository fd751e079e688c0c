package io.outrider.cli.bench;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.outrider.cli.bench.BenchWorld.Counts;
import io.outrider.cli.bench.Load.Outcome;
import io.outrider.cli.launch.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a bench found, as one line of JSON. */
public final class BenchReport {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    /** Outside of what is measured; reported apart. */
    static final Set<String> OUTSIDE = Set.of(Part.SANDBOX.label(), Meter.DRIVER);

    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final boolean sound;

    BenchReport(
            BenchOptions options,
            Outcome outcome,
            double seconds,
            Map<String, Double> cpu,
            Map<String, Long> peakMebibytes,
            Counts counts,
            List<Long> decisions,
            int failedDecisions,
            List<String> started) {
        var ended = outcome.ended().size();
        var inside = total(cpu, true);
        sound = outcome.lost() == 0
                && counts.doubled() == 0
                && (outcome.refused() == 0 || options.rate() > 0)
                && ended > 0;
        fields.put("accounts", options.accounts());
        fields.put("accepted", outcome.accepted());
        fields.put("ended", ended);
        fields.put("states", states(outcome));
        fields.put("degraded", outcome.ended().stream().filter(Ended::degraded).count());
        fields.put("lost", outcome.lost());
        fields.put("doubled", counts.doubled());
        fields.put("refused", outcome.refused());
        fields.put("seconds", rounded(seconds, 2));
        fields.put("accountsPerSecond", rounded(ended / seconds, 1));
        fields.put("cpuSecondsPerAccount", rounded(inside / Math.max(1, ended), 5));
        fields.put("cpuSeconds", shares(cpu, true));
        fields.put("cpuSecondsOutside", shares(cpu, false));
        fields.put("peakMebibytes", peakMebibytes);
        fields.put("modelCalls", counts.modelCalls());
        fields.put("siteReads", counts.siteReads());
        fields.put("enrolments", counts.enrolments());
        fields.put(
                "latencyMillis",
                Percentiles.of(outcome.ended().stream().map(Ended::nanos).toList()));
        fields.put("decisions", decisions.size());
        fields.put("decisionMillis", Percentiles.of(decisions));
        fields.put("failedReviewCalls", failedDecisions);
        fields.put("concurrency", options.concurrency());
        fields.put("ratePerSecond", options.rate());
        fields.put("modelLatencyMillis", options.modelLatency().toMillis());
        fields.put("pageKb", options.pageKb().from() + "-" + options.pageKb().to());
        fields.put("reviewShare", options.reviewShare());
        fields.put(
                "kill",
                options.kill()
                        .map(kill -> kill.part().label() + "@" + kill.percent() + "%")
                        .orElse(""));
        fields.put("warmup", options.warmup());
        fields.put("cores", Runtime.getRuntime().availableProcessors());
        fields.put("startOptions", started);
    }

    void add(OpenLoad load) {
        fields.put("refusalMillis", Percentiles.of(load.refusals()));
        fields.put("failedStarts", load.failed());
        fields.put("secondsFromLastStartToLastEnd", rounded(load.drainSeconds(), 1));
    }

    /** All that was accepted ended, and nothing reached anybody twice. */
    public boolean sound() {
        return sound;
    }

    public String json() {
        return GSON.toJson(fields);
    }

    private static Map<String, Long> states(Outcome outcome) {
        return outcome.ended().stream()
                .collect(Collectors.groupingBy(
                        end -> end.state()
                                .name()
                                .substring("RUN_STATE_".length())
                                .toLowerCase(Locale.ROOT),
                        TreeMap::new,
                        Collectors.counting()));
    }

    private static double total(Map<String, Double> cpu, boolean inside) {
        return cpu.entrySet().stream()
                .filter(entry -> OUTSIDE.contains(entry.getKey()) != inside)
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private static Map<String, Double> shares(Map<String, Double> cpu, boolean inside) {
        var shares = new TreeMap<String, Double>();
        cpu.forEach((name, seconds) -> {
            if (OUTSIDE.contains(name) != inside) {
                shares.put(name, rounded(seconds, 2));
            }
        });
        return shares;
    }

    private static double rounded(double value, int digits) {
        var factor = Math.pow(10, digits);
        return Math.round(value * factor) / factor;
    }
}
