package io.outrider.kit.error;

import java.time.Duration;
import java.util.Map;

/** A quota, rate or budget is used up for now. */
public final class Exhausted extends Failure {

    private final Duration retryAfter;

    public Exhausted(String reason, String message, Duration retryAfter) {
        super(Kind.EXHAUSTED, reason, message, Map.of());
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
