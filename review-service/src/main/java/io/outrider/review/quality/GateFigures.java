package io.outrider.review.quality;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the gate did in a stretch of time. Nothing that was planted is in it.
 *
 * @param itemsByState of what was proposed in the time, as it stands now
 * @param median from proposal to decision; zero without decisions
 * @param days in order, those with decisions
 */
public record GateFigures(
        Map<String, Long> itemsByState,
        Map<String, Long> decisionsByType,
        long overrides,
        Duration median,
        List<Layers> layers,
        List<Day> days) {

    private static final List<String> UNSEEN = List.of("AUTO_GRANTED", "REFUSED");

    public double approvalRate() {
        return Share.of(approvals(), sum(decisionsByType));
    }

    public double editRate() {
        return Share.of(decisionsByType.getOrDefault("EDIT", 0L), approvals());
    }

    public double overrideRate() {
        return Share.of(overrides, approvals());
    }

    /** Of what was proposed, the share that a person was asked about. */
    public double reviewedRate() {
        var unseen = UNSEEN.stream()
                .mapToLong(state -> itemsByState.getOrDefault(state, 0L))
                .sum();
        var all = sum(itemsByState);
        return Share.of(all - unseen, all);
    }

    private long approvals() {
        return decisionsByType.getOrDefault("ACCEPT", 0L) + decisionsByType.getOrDefault("EDIT", 0L);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** @param day ISO 8601, in UTC */
    public record Day(String day, long decisions, long approvals, long edits, long overrides) {}
}
