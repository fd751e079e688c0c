package io.outrider.review.trust;

/**
 * How much people see of what would pass alone. Three strata by confidence above the threshold: the least sure third is looked at
 * twice as often as the surest.
 */
public final class Strata {

    private static final double[] WEIGHTS = {4 / 3.0, 1, 2 / 3.0};

    private Strata() {}

    /**
     * The share that people see of what is as sure as this.
     *
     * @param rate 0 to 1, the mean over the strata
     * @param confidence,threshold 0 to 1
     */
    public static double share(double rate, double confidence, double threshold) {
        return rate >= 1 ? 1 : Math.min(1, rate * WEIGHTS[stratum(confidence, threshold)]);
    }

    static int stratum(double confidence, double threshold) {
        var room = Math.max(1e-9, 1 - threshold);
        var place = (int) (WEIGHTS.length * (confidence - threshold) / room);
        return Math.clamp(place, 0, WEIGHTS.length - 1);
    }
}
