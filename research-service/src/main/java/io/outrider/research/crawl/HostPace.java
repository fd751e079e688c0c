package io.outrider.research.crawl;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Keeps requests to one host apart. A caller reserves its turn and then waits by itself: no lock is held while it does. */
final class HostPace {

    private static final int HOSTS = 100_000;

    private final Cache<String, Instant> nextFree;
    private final InstantSource clock;

    HostPace(InstantSource clock) {
        this.clock = clock;
        this.nextFree = Caffeine.newBuilder()
                .maximumSize(HOSTS)
                .expireAfterWrite(Duration.ofMinutes(10))
                .build();
    }

    /** Takes the next turn of the host and returns when it is; the turn after it is {@code delay} later. */
    Instant reserve(String host, Duration delay) {
        var now = clock.instant();
        if (delay.isZero()) {
            return now;
        }
        var after = nextFree.asMap()
                .merge(host, now.plus(delay), (free, fresh) -> later(free, now).plus(delay));
        return after.minus(delay);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
