package io.outrider.orchestrator.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.orchestrator.trigger.Ruling.Limits;
import io.outrider.orchestrator.trigger.Ruling.Outcome;
import io.outrider.orchestrator.trigger.Ruling.Past;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RulingTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Limits LIMITS = new Limits(Duration.ofHours(24), 10, new Breaker());

    @Test
    void firesWhereNothingSpeaksAgainstIt() {
        assertThat(Ruling.of(new Past(null, false, 0, 0, 0, 0, false, false), LIMITS, NOW)
                        .outcome())
                .isEqualTo(Outcome.CLAIMED);
        assertThat(Ruling.of(new Past(NOW.minus(Duration.ofHours(24)), false, 9, 49, 0, 2, false, false), LIMITS, NOW)
                        .outcome())
                .isEqualTo(Outcome.CLAIMED);
    }

    @Test
    void coolsDown() {
        var last = NOW.minus(Duration.ofHours(24)).plusSeconds(1);
        assertThat(Ruling.of(new Past(last, false, 0, 0, 0, 0, true, true), LIMITS, NOW)
                        .outcome())
                .isEqualTo(Outcome.COOLING_DOWN);
    }

    @Test
    void keepsToItsCap() {
        assertThat(Ruling.of(new Past(null, false, 10, 10, 0, 0, false, false), LIMITS, NOW)
                        .outcome())
                .isEqualTo(Outcome.OVER_CAP);
    }

    @Test
    void holdsWhileTheBreakerIsOpen() {
        var ruling = Ruling.of(new Past(null, false, 0, 0, 0, 0, false, true), LIMITS, NOW);
        assertThat(ruling.outcome()).isEqualTo(Outcome.CLAIMED_HELD);
        assertThat(ruling.opensBreaker()).isNull();
    }

    @Test
    void opensTheBreakerOnASpike() {
        var few = Ruling.of(new Past(null, false, 0, 49, 0.1, 0, false, false), LIMITS, NOW);
        var usual = Ruling.of(new Past(null, false, 0, 199, 40, 0, false, false), LIMITS, NOW);
        var spike = Ruling.of(new Past(null, false, 0, 200, 40, 0, false, false), LIMITS, NOW);
        var most = Ruling.of(new Past(null, false, 0, 1000, 900, 0, false, false), LIMITS, NOW);

        assertThat(few.opensBreaker()).isNull();
        assertThat(usual.opensBreaker()).isNull();
        assertThat(spike.opensBreaker()).contains("200 runs in this hour", "40.0");
        assertThat(spike.outcome()).isEqualTo(Outcome.CLAIMED_HELD);
        assertThat(most.opensBreaker()).contains("the most allowed");
    }

    @Test
    void opensTheBreakerOnALoop() {
        assertThat(Ruling.of(new Past(null, false, 0, 0, 0, 3, false, false), LIMITS, NOW)
                        .opensBreaker())
                .contains("3 triggered runs");
        assertThat(Ruling.of(new Past(null, false, 0, 0, 0, 0, true, false), LIMITS, NOW)
                        .opensBreaker())
                .contains("came back");
    }

    private static final class Breaker implements TriggerConfig.Breaker {
        @Override
        public int perHour() {
            return 1000;
        }

        @Override
        public double multiple() {
            return 5;
        }

        @Override
        public int floor() {
            return 50;
        }

        @Override
        public int perAccountAndDay() {
            return 3;
        }
    }
}
