package io.outrider.review.quality;

import org.jspecify.annotations.Nullable;

/**
 * How two judgements of the same items went together: would it be let through as it is?
 *
 * @param one only the first said yes
 * @param other only the second said yes
 */
public record Agreement(long both, long one, long other, long neither) {

    public static final Agreement NONE = new Agreement(0, 0, 0, 0);

    public long items() {
        return both + one + other + neither;
    }

    public long agreed() {
        return both + neither;
    }

    Agreement plus(Agreement more) {
        return new Agreement(both + more.both, one + more.one, other + more.other, neither + more.neither);
    }

    /** As the second sees it. */
    Agreement turned() {
        return new Agreement(both, other, one, neither);
    }

    /**
     * Cohen's kappa: the agreement beyond what chance would give two people who say yes as often as these do. 1 is full, 0 is chance.
     *
     * <p>J. Cohen, A Coefficient of Agreement for Nominal Scales, Educational and Psychological Measurement 20 (1960), 37-46.
     *
     * @return null where both always say the same one thing, or nothing: chance explains it all
     */
    public @Nullable Double kappa() {
        var items = (double) items();
        if (items == 0) {
            return null;
        }
        var observed = agreed() / items;
        var yes = (both + one) / items * ((both + other) / items);
        var no = (other + neither) / items * ((one + neither) / items);
        var chance = yes + no;
        return chance >= 1 ? null : (observed - chance) / (1 - chance);
    }
}
