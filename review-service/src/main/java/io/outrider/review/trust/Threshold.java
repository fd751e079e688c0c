package io.outrider.review.trust;

import java.util.Comparator;
import java.util.List;

/** Finds the confidence from which on what passes is right often enough. */
public final class Threshold {

    private static final int LEAST_LABELS = 50;

    private Threshold() {}

    /**
     * @param target share of what passes that must be right
     * @return the lowest calibrated confidence at which the mean of all that pass reaches the target; above 1, where nothing passes,
     *     when no confidence does or there are fewer than 50 labels
     */
    public static double of(List<Label> labels, Calibrator calibrator, double target) {
        if (labels.size() < LEAST_LABELS) {
            return 2;
        }
        var predicted = labels.stream()
                .map(label -> new Weighted(calibrator.calibrate(label.raw()), label.weight()))
                .sorted(Comparator.comparingDouble(Weighted::prediction).reversed())
                .toList();
        var sum = 0.0;
        var weights = 0.0;
        var threshold = 2.0;
        for (var item : predicted) {
            sum += item.prediction() * item.weight();
            weights += item.weight();
            if (sum / weights >= target) {
                threshold = item.prediction();
            }
        }
        return threshold;
    }

    private record Weighted(double prediction, double weight) {}
}
