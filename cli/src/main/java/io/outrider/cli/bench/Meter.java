package io.outrider.cli.bench;

import io.outrider.cli.launch.Part;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * CPU seconds and peak memory of every process of a system, from /proc. A process that is killed is read before, and
 * counts together with the one that follows it.
 */
final class Meter {

    static final String POSTGRES = "postgres";
    static final String DRIVER = "driver";

    /** Seconds. To tell what PostgreSQL's processes share, the kernel walks their page tables: every 2 s took 4 % of two cores. */
    private static final long SAMPLED_EVERY = 10;

    private final Map<String, Long> pids = new TreeMap<>();
    private final Map<String, Double> ended = new TreeMap<>();
    private final Map<String, Long> peaks = new TreeMap<>();
    private Map<String, Double> zero = Map.of();

    Meter(Map<Part, Long> parts, long postgres) {
        parts.forEach((part, pid) -> pids.put(part.label(), pid));
        pids.put(POSTGRES, postgres);
        pids.put(DRIVER, ProcessHandle.current().pid());
    }

    /** CPU counts from here on. */
    synchronized void reset() {
        ended.clear();
        zero = cpu();
    }

    /** To be called before the process is killed. */
    synchronized void leaves(Part part) {
        var pid = pids.get(part.label());
        if (pid != null) {
            ended.merge(part.label(), seconds(part.label(), pid), Double::sum);
            peaks.merge(part.label(), ProcFiles.peakKib(pid), Math::max);
            pids.remove(part.label());
        }
    }

    synchronized void comes(Part part, long pid) {
        pids.put(part.label(), pid);
    }

    /** Reads memory every now and then. */
    void watch(ScheduledExecutorService ticks) {
        var _ = ticks.scheduleAtFixedRate(this::sample, SAMPLED_EVERY, SAMPLED_EVERY, TimeUnit.SECONDS);
    }

    /** Reads memory; to be called at the end. */
    synchronized void sample() {
        pids.forEach((name, pid) ->
                peaks.merge(name, name.equals(POSTGRES) ? family(pid) : ProcFiles.peakKib(pid), Math::max));
    }

    /** CPU seconds by process since {@link #reset}. */
    synchronized Map<String, Double> spent() {
        var spent = new TreeMap<String, Double>();
        cpu().forEach((name, seconds) -> spent.put(name, seconds - zero.getOrDefault(name, 0.0)));
        return spent;
    }

    /** In MiB. PostgreSQL's is that of all its processes, what they share counted once. */
    synchronized Map<String, Long> peakMebibytes() {
        var mebibytes = new TreeMap<String, Long>();
        peaks.forEach((name, kib) -> mebibytes.put(name, kib >> 10));
        return mebibytes;
    }

    private Map<String, Double> cpu() {
        var all = new TreeMap<>(ended);
        pids.forEach((name, pid) -> all.merge(name, seconds(name, pid), Double::sum));
        return all;
    }

    private static double seconds(String name, long pid) {
        var times = ProcFiles.times(pid);
        if (times.isEmpty()) {
            return 0;
        }
        if (!name.equals(POSTGRES)) {
            return times.get().own();
        }
        return times.get().own()
                + times.get().reaped()
                + ProcFiles.children(pid).stream()
                        .mapToDouble(child -> ProcFiles.times(child)
                                .map(t -> t.own() + t.reaped())
                                .orElse(0.0))
                        .sum();
    }

    private static long family(long pid) {
        return ProcFiles.proportionalKib(pid)
                + ProcFiles.children(pid).stream()
                        .mapToLong(ProcFiles::proportionalKib)
                        .sum();
    }
}
