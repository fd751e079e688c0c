package io.outrider.kit.error;

import java.time.Duration;
import java.util.Map;

/** Something this call needs does not answer now. */
public final class Unavailable extends Failure {

    private final Duration retryAfter;

    public Unavailable(String reason, String message, Duration retryAfter) {
        super(Kind.UNAVAILABLE, reason, message, Map.of());
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
