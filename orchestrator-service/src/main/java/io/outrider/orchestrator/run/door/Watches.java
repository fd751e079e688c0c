package io.outrider.orchestrator.run.door;

import io.outrider.orchestrator.run.RunKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The open streams, by the runs that they show: a change costs those who watch its run, and nobody else. */
final class Watches {

    private final Map<RunKey, Set<Watch>> byRun = new ConcurrentHashMap<>();
    private int turn;

    void add(Watch watch) {
        watch.runs()
                .forEach(run -> byRun.compute(run, (key, watches) -> {
                    var all = watches == null ? ConcurrentHashMap.<Watch>newKeySet() : watches;
                    all.add(watch);
                    return all;
                }));
    }

    void remove(Watch watch) {
        watch.runs()
                .forEach(run -> byRun.computeIfPresent(run, (key, watches) -> {
                    watches.remove(watch);
                    return watches.isEmpty() ? null : watches;
                }));
    }

    void of(RunKey run, Consumer<Watch> told) {
        byRun.getOrDefault(run, Set.of()).forEach(told);
    }

    void all(Consumer<Watch> told) {
        byRun.values().stream().flatMap(Set::stream).distinct().forEach(told);
    }

    /** Runs of which somebody waits for more, the next ones at each call, so that all have their turn. */
    synchronized List<RunKey> some(int most) {
        var waited = byRun.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(watch -> watch.waitsFor(entry.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (waited.size() <= most) {
            return waited;
        }
        var from = turn % waited.size();
        var to = Math.min(from + most, waited.size());
        turn = to;
        return waited.subList(from, to);
    }
}
