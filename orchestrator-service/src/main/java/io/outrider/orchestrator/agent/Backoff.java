package io.outrider.orchestrator.agent;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Pauses between attempts: doubling, with full jitter on the upper half, so that callers who failed together part. */
public final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration LONGEST_LEG = Duration.ofSeconds(15);
    private static final Duration LONGEST_OF_ALL = Duration.ofMinutes(1);
    private static final Duration FIRST_OF_BUSY = Duration.ofSeconds(1);
    private static final Duration LONGEST_OF_BUSY = Duration.ofMinutes(5);
    private static final Duration FIRST_OF_REFUSAL = Duration.ofSeconds(30);
    private static final Duration LONGEST_OF_REFUSAL = Duration.ofHours(1);
    private static final int SLOWER = 40;
    private static final int MOST_DOUBLINGS = 20;

    private final DoubleSupplier random;

    /** @param random from 0 (inclusive) to 1 (exclusive) */
    public Backoff(DoubleSupplier random) {
        this.random = random;
    }

    /** @param attempt the one that failed, from 1 */
    public Duration afterAttempt(int attempt) {
        return doubling(FIRST, LONGEST, attempt);
    }

    /** How long an action waits whose provider was too busy for it, so many times by now. */
    public Duration afterBusy(int tries) {
        return doubling(FIRST_OF_BUSY, LONGEST_OF_BUSY, tries);
    }

    /** How long an action waits that its provider refused, so many times by now. */
    public Duration afterRefusal(int tries) {
        return doubling(FIRST_OF_REFUSAL, LONGEST_OF_REFUSAL, tries);
    }

    private Duration doubling(Duration first, Duration longest, int times) {
        return jittered(lesser(first.multipliedBy(1L << Math.min(times - 1, MOST_DOUBLINGS)), longest));
    }

    /**
     * How long a leg waits before it tries a service again that is away: half as long as it has been away, at least a
     * second, at most fifteen. A minute of outage costs a handful of tries. After ten minutes the pauses grow on, to a minute.
     */
    public Duration afterOutage(Duration away) {
        var longest = greater(LONGEST_LEG, lesser(away.dividedBy(SLOWER), LONGEST_OF_ALL));
        return jittered(greater(Duration.ofSeconds(1), lesser(away.dividedBy(2), longest)));
    }

    private static Duration lesser(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration greater(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private Duration jittered(Duration pause) {
        return Duration.ofMillis((long) (pause.toMillis() * (0.5 + random.getAsDouble() / 2)));
    }
}
