package io.outrider.orchestrator.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Something that happened at an account.
 *
 * @param party 1 first, 2 second, 3 third; 0 where nobody said
 * @param strength 0 to 100 at {@code occurTime}
 * @param halfLifeDays above 0
 * @param dedupeKey two signals of a workspace with one key are one signal
 */
public record AccountSignal(
        String id,
        String domain,
        String personId,
        int party,
        SignalKind kind,
        String topic,
        double strength,
        Instant occurTime,
        Instant observeTime,
        double halfLifeDays,
        String source,
        List<String> evidenceIds,
        String dedupeKey) {

    /** Less than this is not worth reading again. */
    static final double FADED = 0.5;

    private static final double SECONDS_PER_DAY = 86_400;

    public AccountSignal {
        evidenceIds = List.copyOf(evidenceIds);
    }

    /** {@code strength * 2^(-age / halfLife)}. A signal a little ahead of our clock counts in full. */
    public double strengthAt(Instant time) {
        return strength * Math.pow(2, -ageDays(time) / halfLifeDays);
    }

    /** 0 for a signal a little ahead of our clock. */
    public double ageDays(Instant time) {
        return Math.max(0, Duration.between(occurTime, time).toMillis() / 1000.0 / SECONDS_PER_DAY);
    }

    /** When less than half a point is left of it. */
    Instant fadeTime() {
        if (strength <= FADED) {
            return occurTime;
        }
        var halfLives = Math.log(strength / FADED) / Math.log(2);
        return occurTime.plusSeconds(Math.round(halfLives * halfLifeDays * SECONDS_PER_DAY));
    }
}
