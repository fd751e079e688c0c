package io.outrider.orchestrator.agent;

import java.time.Duration;

/**
 * How a call is tried.
 *
 * @param deadline of one attempt
 */
public record Attempts(int most, Duration deadline) {

    private static final int USUAL = 3;
    private static final Duration USUAL_DEADLINE = Duration.ofSeconds(60);

    public Attempts {
        if (most < 1 || deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("At least one attempt, and time for it");
        }
    }

    /** As playbooks give them: 0 means the usual. */
    public static Attempts of(int most, int deadlineSeconds) {
        return new Attempts(
                most == 0 ? USUAL : most, deadlineSeconds == 0 ? USUAL_DEADLINE : Duration.ofSeconds(deadlineSeconds));
    }
}
