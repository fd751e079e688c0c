package io.outrider.review.queue;

import io.outrider.review.policy.Gate;
import io.outrider.review.policy.Risk;
import io.outrider.review.policy.Wording;

/** Which item a reviewer should see first: the lane, then what is least sure, then what touches most. */
final class Priority {

    private static final double ESCALATION = 1_000;

    private Priority() {}

    static double of(Gate gate, Risk risk, Wording wording) {
        var lane = switch (gate) {
            case MANDATORY -> 300;
            case BATCH_REVIEW -> 200;
            case SPOT_CHECK -> 100;
            case AUTONOMOUS -> 0;
        };
        var uncertainty = 50 * (1 - risk.confidence());
        var reach = 5.0 * risk.seniority().ordinal() + Math.min(10, Math.log10(risk.affectedCount()) * 5);
        var trouble = (risk.partial() || risk.degraded() ? 10 : 0) + (wording.clean() ? 0 : 5);
        return lane + uncertainty + reach + trouble;
    }

    static double escalated(double priority) {
        return priority + ESCALATION;
    }
}
