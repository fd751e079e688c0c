package io.outrider.review.queue;

import io.outrider.review.policy.Gate;
import io.outrider.review.policy.Risk;
import io.outrider.review.policy.Wording;
import java.time.Duration;
import java.time.Instant;

/**
 * Which item a reviewer should see first: value x uncertainty x urgency, where urgency doubles with every twelve hours that an
 * item is nearer to its end. As a logarithm the time that passes is the same for all items, so the order never changes by
 * itself and a stored number is enough.
 */
final class Priority {

    private static final double ESCALATION = 1_000;
    private static final double LOG_2 = Math.log(2);
    private static final Duration URGENCY_DOUBLES = Duration.ofHours(12);

    /** Where time is counted from; any moment would do. */
    private static final Instant ORIGIN = Instant.parse("2026-01-01T00:00:00Z");

    private Priority() {}

    /** @param due the end of the item's time */
    static double of(Gate gate, Risk risk, Wording wording, Instant due) {
        var distance = (double) Duration.between(ORIGIN, due).toMillis() / URGENCY_DOUBLES.toMillis();
        return log2(value(gate, risk)) + log2(uncertainty(risk, wording)) - distance;
    }

    static double escalated(double priority) {
        return priority + ESCALATION;
    }

    /** What is at stake: the gate that the policy chose, how many people, how senior. */
    private static double value(Gate gate, Risk risk) {
        var stake = switch (gate) {
            case MANDATORY -> 8;
            case BATCH_REVIEW -> 4;
            case SPOT_CHECK -> 2;
            case AUTONOMOUS -> 1;
        };
        return stake * (1 + 0.5 * risk.seniority().ordinal() + Math.min(2, Math.log10(risk.affectedCount())));
    }

    private static double uncertainty(Risk risk, Wording wording) {
        return 0.1
                + (1 - risk.confidence())
                + (risk.partial() || risk.degraded() ? 0.25 : 0)
                + (wording.clean() ? 0 : 0.25);
    }

    private static double log2(double number) {
        return Math.log(number) / LOG_2;
    }
}
