package io.outrider.cli.chaos;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What was done to the system, and when. */
final class FaultLog {

    private final long start = System.nanoTime();
    private final Consumer<String> lines;
    private final Map<String, Integer> counts = new TreeMap<>();

    FaultLog(Consumer<String> lines) {
        this.lines = lines;
    }

    /** @param kind as it is counted, for example "kill research" */
    synchronized void fault(String kind, String detail) {
        counts.merge(kind, 1, Integer::sum);
        note(kind + (detail.isEmpty() ? "" : ": " + detail));
    }

    void note(String line) {
        lines.accept("%7.1f s  %s".formatted((System.nanoTime() - start) / 1e9, line));
    }

    synchronized Map<String, Integer> counts() {
        return Collections.unmodifiableMap(new TreeMap<>(counts));
    }
}
