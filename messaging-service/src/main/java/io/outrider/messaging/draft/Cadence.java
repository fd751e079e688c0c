package io.outrider.messaging.draft;

/** When each step goes out. */
public final class Cadence {

    public static final int DEFAULT_STEPS = 3;
    public static final int MAX_STEPS = 8;

    private static final int[] DAYS = {0, 3, 7, 12, 18, 25, 33, 42};

    private Cadence() {}

    /** Days after the first step, for a step counted from 0. */
    public static int day(int index) {
        return DAYS[Math.min(index, DAYS.length - 1)];
    }
}
