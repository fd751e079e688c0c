package io.outrider.review.trust;

import org.hipparchus.distribution.continuous.BetaDistribution;

/** What a share is at least, as far as few trials can tell: the one-sided exact bound of Clopper and Pearson. */
public final class LowerBound {

    private LowerBound() {}

    /**
     * @param confidence one-sided, above 0.5 and below 1
     * @return 0 without trials
     */
    public static double of(int successes, int trials, double confidence) {
        if (trials == 0 || successes == 0) {
            return 0;
        }
        return new BetaDistribution(successes, trials - successes + 1.0).inverseCumulativeProbability(1 - confidence);
    }
}
