package io.outrider.review.batch;

import io.outrider.kit.id.Sha256;
import io.outrider.review.batch.Sheet.Entry;
import io.outrider.review.batch.Sheet.Group;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes a batch of what fits: leaves out what one person may not decide unseen, groups the rest, draws the sample. */
final class Sorting {

    /** Of each group, as far as it has so many. */
    static final int LEAST_SAMPLE = 3;

    private static final int TENTHS = 10;
    private static final int LEAST_FOR_OUTLIERS = 5;

    private Sorting() {}

    static Sheet sort(String batchId, List<Candidate> candidates, String opener, double sampleRate) {
        var leftOut = new HashMap<String, Integer>();
        var groups = new TreeMap<String, List<Candidate>>();
        for (var candidate : candidates) {
            reason(candidate, opener)
                    .ifPresentOrElse(
                            reason -> leftOut.merge(reason, 1, Integer::sum),
                            () -> groups.computeIfAbsent(kind(candidate), k -> new ArrayList<>())
                                    .add(candidate));
        }
        var samples = groups.values().stream()
                .flatMap(group -> sample(batchId, group, sampleRate).stream())
                .toList();
        return new Sheet(groups.values().stream().map(Sorting::group).toList(), samples, Map.copyOf(leftOut));
    }

    private static Optional<String> reason(Candidate candidate, String opener) {
        if (candidate.mandatory()) {
            return Optional.of("mandatory");
        }
        if (candidate.requiredApprovals() > 1) {
            return Optional.of("two-approvers");
        }
        if (!candidate.clean()) {
            return Optional.of("lint");
        }
        if (candidate.author().equals(opener)) {
            return Optional.of("author");
        }
        return candidate.claimedByOther() ? Optional.of("claimed") : Optional.empty();
    }

    private static String kind(Candidate c) {
        return String.join("\n", c.actionType(), c.playbookId(), c.segmentId());
    }

    /** Anybody can draw it again: from a hash of the batch's and the item's ids, not from a random number. */
    static List<String> sample(String batchId, List<Candidate> group, double rate) {
        var size = Math.min(group.size(), Math.max(LEAST_SAMPLE, (int) Math.ceil(rate * group.size())));
        return group.stream()
                .sorted(Comparator.comparing(c -> draw(batchId, c.itemId())))
                .limit(size)
                .map(Candidate::itemId)
                .toList();
    }

    private static String draw(String batchId, String itemId) {
        return Sha256.hex(("batch-sample\n" + batchId + "\n" + itemId).getBytes(StandardCharsets.UTF_8));
    }

    private static Group group(List<Candidate> items) {
        var mean = items.stream().mapToDouble(Candidate::confidence).average().orElse(0);
        var variance = items.stream()
                .mapToDouble(c -> (c.confidence() - mean) * (c.confidence() - mean))
                .average()
                .orElse(0);
        var deviation = items.size() < LEAST_FOR_OUTLIERS ? 0 : Math.sqrt(variance);
        var entries = items.stream()
                .map(c -> entry(c, deviation == 0 ? 0 : Math.abs(c.confidence() - mean) / deviation))
                .sorted(Comparator.comparingDouble(Entry::outlier).reversed())
                .toList();
        var first = items.getFirst();
        return new Group(first.actionType(), first.playbookId(), first.segmentId(), entries, histogram(items));
    }

    private static Entry entry(Candidate c, double outlier) {
        return new Entry(
                c.itemId(), c.version(), c.payloadSha256(), c.domain(), c.description(), c.confidence(), outlier);
    }

    private static List<Integer> histogram(List<Candidate> items) {
        var tenths = new ArrayList<>(Collections.nCopies(TENTHS, 0));
        items.forEach(c -> {
            var tenth = Math.min(TENTHS - 1, (int) (c.confidence() * TENTHS));
            tenths.set(tenth, tenths.get(tenth) + 1);
        });
        return Arrays.asList(tenths.toArray(Integer[]::new));
    }
}
