package io.outrider.review.console;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.outrider.review.queue.SearchQueue;
import io.outrider.review.queue.SearchQueue.LaneCount;
import io.quarkus.qute.TemplateData;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How many items wait in each lane, and since when. Counted at most once a second for all who look at a workspace. */
@ApplicationScoped
class LaneBoard {

    private static final String UNKNOWN = "UNKNOWN_OUTCOME";

    static final List<Map.Entry<String, String>> LANES = List.of(
            Map.entry("MANDATORY", "Mandatory"),
            Map.entry("BATCH", "Batch"),
            Map.entry("SPOT_CHECK", "Spot check"),
            Map.entry("PARTIAL", "Failed or partial"),
            Map.entry(UNKNOWN, "Unknown outcome"));

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final SearchQueue queue;
    private final Clock clock;
    private final Cache<String, List<LaneRow>> counted =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(FRESH).build();

    LaneBoard(SearchQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    /** For those who watch: may be a second old. */
    Uni<List<LaneRow>> recent(String workspace) {
        var known = counted.getIfPresent(workspace);
        return known == null ? of(workspace) : Uni.createFrom().item(known);
    }

    Uni<List<LaneRow>> of(String workspace) {
        return queue.counts(workspace)
                .map(counts -> LANES.stream()
                        .map(lane -> row(lane.getKey(), lane.getValue(), counts, clock.instant()))
                        .toList())
                .invoke(rows -> counted.put(workspace, rows));
    }

    private static LaneRow row(String lane, String name, List<LaneCount> counts, Instant now) {
        return counts.stream()
                .filter(count -> count.lane().equals(lane))
                .findFirst()
                .map(count -> new LaneRow(lane, name, count.open(), Texts.age(count.oldest(), now)))
                .orElseGet(() -> new LaneRow(lane, name, 0, ""));
    }

    /** @param oldest in words; empty where the lane is */
    @TemplateData
    record LaneRow(String lane, String name, long open, String oldest) {

        /** What nobody knows the outcome of is decided: it waits for somebody to look, not for a decision. */
        boolean toDecide() {
            return !lane.equals(UNKNOWN);
        }
    }
}
