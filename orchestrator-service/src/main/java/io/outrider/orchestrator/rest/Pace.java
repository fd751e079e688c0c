package io.outrider.orchestrator.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Lets each key go on so often and no oftener (GCRA: a bucket that leaks evenly, in one number). */
final class Pace {

    private static final long NANOS = 1_000_000_000L;

    private final long interval;
    private final long tolerance;
    private final Clock clock;

    /** By key, the time in nanoseconds at which its bucket is empty again. */
    private final Cache<String, AtomicLong> emptyAt =
            Caffeine.newBuilder().maximumSize(10_000).build();

    Pace(int perSecond, int burst, Clock clock) {
        this.interval = NANOS / perSecond;
        this.tolerance = interval * (burst - 1L);
        this.clock = clock;
    }

    /** How long to wait; zero where the call may go on, and it is counted then. */
    Duration ask(String key) {
        var now = nanos();
        var cell = emptyAt.get(key, ignored -> new AtomicLong(now));
        while (true) {
            var stored = cell.get();
            var start = Math.max(stored, now);
            if (start - now > tolerance) {
                return Duration.ofNanos(start - now - tolerance);
            }
            if (cell.compareAndSet(stored, start + interval)) {
                return Duration.ZERO;
            }
        }
    }

    private long nanos() {
        var now = clock.instant();
        return now.getEpochSecond() * NANOS + now.getNano();
    }
}
