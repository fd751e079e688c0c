package io.outrider.orchestrator.connector.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a provider says of the calls that are left: HubSpot's, Outreach's and Salesloft's headers, and Retry-After of a 429. The last
 * few are left to others who use the same credential.
 */
final class Quota {

    private static final int SPARE = 2;
    private static final int TOO_MANY = 429;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(10);

    private Quota() {}

    /** Until when no call may be made; empty where some are left. */
    static Optional<Instant> closedUntil(Answer.Complete answer, Instant now) {
        if (answer.status() == TOO_MANY) {
            return Optional.of(now.plus(RetryAfter.of(answer.header("retry-after"), now, SOON)));
        }
        if (isUsedUp(answer.header("x-hubspot-ratelimit-daily-remaining"), SPARE)) {
            return Optional.of(now.plus(Duration.ofHours(1)));
        }
        if (isUsedUp(answer.header("x-hubspot-ratelimit-remaining"), SPARE)) {
            return Optional.of(
                    now.plusMillis(number(answer.header("x-hubspot-ratelimit-interval-milliseconds"), 10_000)));
        }
        if (isUsedUp(answer.header("x-ratelimit-remaining"), SPARE)) {
            return Optional.of(RateReset.of(answer.header("x-ratelimit-reset"), now, MINUTE));
        }
        var cost = number(answer.header("x-ratelimit-endpoint-cost"), 1);
        return isUsedUp(answer.header("x-ratelimit-remaining-minute"), SPARE * cost)
                ? Optional.of(now.plus(MINUTE))
                : Optional.empty();
    }

    private static boolean isUsedUp(String remaining, long spare) {
        return !remaining.isEmpty() && number(remaining, Long.MAX_VALUE) <= spare;
    }

    private static long number(String text, long otherwise) {
        return text.matches("\\d{1,12}") ? Long.parseLong(text) : otherwise;
    }
}
