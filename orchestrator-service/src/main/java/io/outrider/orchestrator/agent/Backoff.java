package io.outrider.orchestrator.agent;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Pauses between attempts: doubling, with full jitter on the upper half, so that callers who failed together part. */
public final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration LONGEST_LEG = Duration.ofSeconds(15);
    private static final int MOST_DOUBLINGS = 20;

    private final DoubleSupplier random;

    /** @param random from 0 (inclusive) to 1 (exclusive) */
    public Backoff(DoubleSupplier random) {
        this.random = random;
    }

    /** @param attempt the one that failed, from 1 */
    public Duration afterAttempt(int attempt) {
        var doubled = FIRST.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        return jittered(doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled);
    }

    /**
     * How long a leg waits before it tries a service again that is away: half as long as it has been away, at least a
     * second, at most fifteen. A minute of outage costs a handful of tries.
     */
    public Duration afterOutage(Duration away) {
        var half = away.dividedBy(2);
        var bounded = half.compareTo(LONGEST_LEG) > 0 ? LONGEST_LEG : half;
        return jittered(bounded.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : bounded);
    }

    private Duration jittered(Duration pause) {
        return Duration.ofMillis((long) (pause.toMillis() * (0.5 + random.getAsDouble() / 2)));
    }
}
