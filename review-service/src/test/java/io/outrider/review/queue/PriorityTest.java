package io.outrider.review.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.review.policy.Gate;
import io.outrider.review.policy.Risk;
import io.outrider.review.policy.Seniority;
import io.outrider.review.policy.Wording;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PriorityTest {

    private static final Instant DUE = Instant.parse("2026-11-25T12:00:00Z");
    private static final Wording CLEAN = new Wording(0, 0);

    @Test
    void growsWithWhatIsAtStakeAndWithDoubt() {
        var plain = of(Gate.BATCH_REVIEW, risk(1, 0.9), DUE);
        assertThat(of(Gate.MANDATORY, risk(1, 0.9), DUE)).isGreaterThan(plain);
        assertThat(of(Gate.BATCH_REVIEW, risk(500, 0.9), DUE)).isGreaterThan(plain);
        assertThat(of(Gate.BATCH_REVIEW, risk(1, 0.4), DUE)).isGreaterThan(plain);
        assertThat(Priority.of(Gate.BATCH_REVIEW, risk(1, 0.9), new Wording(0, 1), DUE))
                .isGreaterThan(plain);
    }

    @Test
    void doublesWithEveryTwelveHoursNearerToTheEnd() {
        var later = of(Gate.BATCH_REVIEW, risk(1, 0.9), DUE);
        var sooner = of(Gate.BATCH_REVIEW, risk(1, 0.9), DUE.minus(Duration.ofHours(12)));
        assertThat(sooner - later).isEqualTo(1);
        assertThat(of(Gate.MANDATORY, risk(1, 0.9), DUE) - later).isEqualTo(1);
    }

    @Test
    void putsWhatWasEscalatedBeforeAll() {
        var usual = of(Gate.MANDATORY, risk(10_000, 0), DUE.minus(Duration.ofDays(30)));
        assertThat(Priority.escalated(of(Gate.AUTONOMOUS, risk(1, 1), DUE))).isGreaterThan(usual);
    }

    private static double of(Gate gate, Risk risk, Instant due) {
        return Priority.of(gate, risk, CLEAN, due);
    }

    private static Risk risk(int people, double confidence) {
        return new Risk(people, Seniority.UNKNOWN, false, false, false, confidence);
    }
}
