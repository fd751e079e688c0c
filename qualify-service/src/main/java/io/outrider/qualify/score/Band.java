package io.outrider.qualify.score;

/** A confidence in one word. */
public enum Band {
    LOW,
    MEDIUM,
    HIGH;

    private static final double HIGH_FROM = 0.75;
    private static final double MEDIUM_FROM = 0.5;

    static Band of(double value) {
        if (value >= HIGH_FROM) {
            return HIGH;
        }
        return value >= MEDIUM_FROM ? MEDIUM : LOW;
    }
}
