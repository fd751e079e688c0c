package io.outrider.review.batch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a batch holds: items at the version and hash they had when it was opened. Never changes.
 *
 * @param samples ids of the items that must be opened
 * @param leftOut by reason, how many fitted and were left out
 */
public record Sheet(List<Group> groups, List<String> samples, Map<String, Integer> leftOut) {

    /** Items of one kind, outliers first. */
    public record Group(
            String actionType, String playbookId, String segmentId, List<Entry> items, List<Integer> histogram) {}

    /**
     * @param confidence 0 to 1
     * @param outlier how far from the group's mean confidence, in standard deviations; 0 where the group is too small
     */
    public record Entry(
            String itemId,
            int version,
            String payloadSha256,
            String domain,
            String description,
            double confidence,
            double outlier) {}

    /** With the number of chosen items that were not found open in a lane for batches. */
    Sheet missing(int chosen) {
        if (chosen <= 0) {
            return this;
        }
        var all = new TreeMap<>(leftOut);
        all.put("other-lane", chosen);
        return new Sheet(groups, samples, Map.copyOf(all));
    }

    public List<Entry> entries() {
        return groups.stream().flatMap(group -> group.items().stream()).toList();
    }
}
