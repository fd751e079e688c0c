package io.outrider.orchestrator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final Hand hand = new Hand();
    private final Pace pace = new Pace(10, 3, hand);

    @Test
    void letsABurstThroughAndThenOneATime() {
        assertThat(pace.ask("a")).isZero();
        assertThat(pace.ask("a")).isZero();
        assertThat(pace.ask("a")).isZero();
        assertThat(pace.ask("a")).hasMillis(100);

        hand.now = hand.now.plusMillis(100);

        assertThat(pace.ask("a")).isZero();
        assertThat(pace.ask("a")).hasMillis(100);
    }

    @Test
    void countsEachKeyByItself() {
        for (int i = 0; i < 3; i++) {
            pace.ask("a");
        }

        assertThat(pace.ask("b")).isZero();
    }

    @Test
    void savesNoMoreThanABurst() {
        pace.ask("a");
        hand.now = hand.now.plus(Duration.ofHours(1));

        assertThat(pace.ask("a")).isZero();
        assertThat(pace.ask("a")).isZero();
        assertThat(pace.ask("a")).isZero();
        assertThat(pace.ask("a")).isPositive();
    }

    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-11-01T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
