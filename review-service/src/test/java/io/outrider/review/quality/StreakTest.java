package io.outrider.review.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StreakTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @Test
    void beginsAfterTheLastPause() {
        var streak = streak(1, 5, 9, 15, 20);

        assertThat(streak.since()).isEqualTo(NOW.minusSeconds(9 * 60));
        assertThat(streak.takeABreak()).isFalse();
    }

    @Test
    void doesNotTakeFiveMinutesForAPause() {
        assertThat(streak(5, 10, 15, 20, 25).takeABreak()).isTrue();
        assertThat(streak(5, 10, 15, 20, 24).takeABreak()).isFalse();
    }

    @Test
    void isNoneOnceSomebodyPauses() {
        assertThat(streak(6, 10, 14, 18, 22, 26, 30).since()).isNull();
        assertThat(streak(6, 10, 14, 18, 22, 26, 30).takeABreak()).isFalse();
        assertThat(streak().since()).isNull();
    }

    private static Streak streak(int... minutesAgo) {
        var signs = IntStream.of(minutesAgo)
                .mapToObj(minutes -> NOW.minusSeconds(minutes * 60L))
                .toList();
        return Streak.of(signs, NOW);
    }
}
