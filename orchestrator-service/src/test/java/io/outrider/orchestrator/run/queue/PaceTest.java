package io.outrider.orchestrator.run.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long QUICK = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long SLOW = TimeUnit.MILLISECONDS.toNanos(900);

    private final Pace pace = new Pace(400, Duration.ofMillis(200));
    private long now;

    @Test
    void carriesFewerWhileAnswersAreLate() {
        var before = pace.limit();

        answers(1_000, SLOW);

        assertThat(pace.limit()).isLessThan(before / 2).isGreaterThanOrEqualTo(8);
    }

    @Test
    void carriesMoreAgainWhereTheyAreNeededAndAnswersAreQuick() {
        answers(1_000, SLOW);
        var low = pace.limit();
        fill();

        answers(1_000, QUICK);

        assertThat(pace.limit()).isGreaterThan(low);
    }

    @Test
    void doesNotTakeAnIdleSystemForOneThatCanBearMore() {
        var before = pace.limit();

        answers(1_000, QUICK);

        assertThat(pace.limit()).isEqualTo(before);
    }

    @Test
    void isNotFooledByManyQuickAnswersAroundSomeSlowOnes() {
        var before = pace.limit();
        fill();

        for (int i = 0; i < 100; i++) {
            answers(8, QUICK);
            answers(2, SLOW);
        }

        assertThat(pace.limit()).isLessThan(before);
    }

    @Test
    void takesACallThatFailsAtOnceForNoQuickAnswer() {
        answers(1_000, SLOW);
        var low = pace.limit();
        fill();

        failures(1_000, QUICK);

        assertThat(pace.limit()).isEqualTo(low);
    }

    @Test
    void carriesFewerWhileCallsFailLate() {
        var before = pace.limit();

        failures(1_000, SLOW);

        assertThat(pace.limit()).isLessThan(before / 2);
    }

    private void failures(int count, long nanos) {
        for (int i = 0; i < count; i++) {
            now += TimeUnit.MILLISECONDS.toNanos(20);
            pace.failed(now, nanos);
        }
    }

    private void fill() {
        for (int i = 0; i < pace.limit(); i++) {
            assertThat(pace.enter(Instant.EPOCH)).isTrue();
        }
    }

    private void answers(int count, long nanos) {
        for (int i = 0; i < count; i++) {
            now += TimeUnit.MILLISECONDS.toNanos(20);
            pace.answered(now, nanos);
        }
    }
}
