package io.outrider.review.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** How predictions turned out, in ten tenths. */
public final class Reliability {

    private static final int TENTHS = 10;
    private static final int FOLDS = 5;

    private Reliability() {}

    /** @param predicted mean of the predictions, @param accepted share that came true */
    public record Bin(double lower, double upper, int labels, double predicted, double accepted) {}

    /** Empty bins are left out. */
    public static List<Bin> bins(List<Label> labels, DoubleUnaryOperator prediction) {
        var count = new int[TENTHS];
        var sum = new double[TENTHS];
        var accepted = new int[TENTHS];
        for (var label : labels) {
            var p = prediction.applyAsDouble(label.raw());
            var tenth = Math.min(TENTHS - 1, (int) (p * TENTHS));
            count[tenth]++;
            sum[tenth] += p;
            accepted[tenth] += label.accepted() ? 1 : 0;
        }
        return bins(count, sum, accepted);
    }

    /** Expected calibration error: the mean distance of predicted and true share, by how many fell where. */
    public static double error(List<Bin> bins) {
        var all = bins.stream().mapToInt(Bin::labels).sum();
        return all == 0
                ? 0
                : bins.stream()
                                .mapToDouble(bin -> bin.labels() * Math.abs(bin.predicted() - bin.accepted()))
                                .sum()
                        / all;
    }

    /** The error on labels that the fit had not seen: each fifth is predicted from the other four. */
    public static double unseenError(List<Label> labels) {
        var count = new int[TENTHS];
        var sum = new double[TENTHS];
        var accepted = new int[TENTHS];
        for (int fold = 0; fold < FOLDS; fold++) {
            var seen = new ArrayList<Label>();
            var unseen = new ArrayList<Label>();
            for (int i = 0; i < labels.size(); i++) {
                (i % FOLDS == fold ? unseen : seen).add(labels.get(i));
            }
            var calibrator = Calibrator.fit(seen);
            for (var label : unseen) {
                var p = calibrator.calibrate(label.raw());
                var tenth = Math.min(TENTHS - 1, (int) (p * TENTHS));
                count[tenth]++;
                sum[tenth] += p;
                accepted[tenth] += label.accepted() ? 1 : 0;
            }
        }
        return error(bins(count, sum, accepted));
    }

    /**
     * How far the newest labels are from what was predicted of them, in standard errors.
     *
     * @return 0 without labels; below zero where fewer were accepted than predicted
     */
    public static double drift(List<Label> newest, DoubleUnaryOperator prediction) {
        var difference = 0.0;
        var variance = 0.0;
        for (var label : newest) {
            var p = prediction.applyAsDouble(label.raw());
            difference += (label.accepted() ? 1 : 0) - p;
            variance += p * (1 - p);
        }
        return variance == 0 ? 0 : difference / Math.sqrt(variance);
    }

    private static List<Bin> bins(int[] count, double[] sum, int[] accepted) {
        var bins = new ArrayList<Bin>();
        for (int i = 0; i < TENTHS; i++) {
            if (count[i] > 0) {
                bins.add(new Bin(
                        i / (double) TENTHS,
                        (i + 1) / (double) TENTHS,
                        count[i],
                        sum[i] / count[i],
                        (double) accepted[i] / count[i]));
            }
        }
        return bins;
    }
}
