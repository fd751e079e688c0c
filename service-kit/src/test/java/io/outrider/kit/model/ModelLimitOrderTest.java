package io.outrider.kit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outrider.kit.security.Lane;
import io.outrider.kit.security.Turn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ModelLimitOrderTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofMinutes(1));

    private final Hand clock = new Hand();
    private final ModelLimit limit = new ModelLimit(1, 1, ModelFailure::overload, clock);
    private final CountDownLatch busy = new CountDownLatch(1);
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @Test
    void letsThoseWhoWaitInByLaneAndWorkspace() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            takeTheOnlyPlace(threads);
            var _ = line(threads, "acme", Lane.BATCH, "batch");
            var _ = line(threads, "acme", Lane.INTERACTIVE, "acme 1");
            var _ = line(threads, "acme", Lane.INTERACTIVE, "acme 2");
            var _ = line(threads, "bolt", Lane.INTERACTIVE, "bolt 1");
            busy.countDown();
        }

        assertThat(asked).containsExactly("acme 1", "bolt 1", "acme 2", "batch");
    }

    @Test
    void whoseDeadlinePassesLeavesTheLineAndTakesNoPlace() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            takeTheOnlyPlace(threads);
            var late = line(threads, new Turn("acme", Lane.INTERACTIVE, NOW.plusMillis(20)), "late");
            clock.now = NOW.plusMillis(20);
            assertThatThrownBy(late::get).rootCause().hasMessageContaining("no time left");
            assertThat(limit.waiting()).isZero();
            var _ = line(threads, "acme", Lane.INTERACTIVE, "in time");
            busy.countDown();
        }

        assertThat(asked).containsExactly("in time");
        assertThat(limit.within(turn("acme", Lane.BATCH), () -> "free")).isEqualTo("free");
    }

    @Test
    void whoIsInterruptedLeavesTheLine() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            takeTheOnlyPlace(threads);
            var _ = line(threads, "acme", Lane.INTERACTIVE, "gone").cancel(true);
            until(0);
            busy.countDown();
        }

        assertThat(asked).isEmpty();
        assertThat(limit.within(turn("acme", Lane.BATCH), () -> "free")).isEqualTo("free");
    }

    @Test
    void whoseTurnComesTooLateHandsThePlaceOn() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            takeTheOnlyPlace(threads);
            var late = line(threads, new Turn("acme", Lane.INTERACTIVE, NOW.plusSeconds(20)), "late");
            clock.now = NOW.plusSeconds(20);
            busy.countDown();
            assertThatThrownBy(late::get).rootCause().hasMessageContaining("no time left");
        }

        assertThat(asked).isEmpty();
        assertThat(limit.within(turn("acme", Lane.BATCH), () -> "free")).isEqualTo("free");
    }

    private void takeTheOnlyPlace(ExecutorService threads) {
        var inside = new CountDownLatch(1);
        threads.execute(() -> limit.within(turn("other", Lane.BATCH), () -> {
            inside.countDown();
            await(busy);
            return "";
        }));
        await(inside);
    }

    private Future<?> line(ExecutorService threads, String workspace, Lane lane, String name) {
        return line(threads, turn(workspace, lane), name);
    }

    /** Comes back once the call stands in line. */
    private Future<?> line(ExecutorService threads, Turn turn, String name) {
        var before = limit.waiting();
        var call = threads.submit(() -> limit.within(turn, () -> asked.add(name)));
        until(before + 1);
        return call;
    }

    /** As many wait. Ends with the test's own time limit. */
    private void until(int waiting) {
        while (limit.waiting() != waiting) {
            assertThat(Thread.currentThread().isInterrupted()).as("out of time").isFalse();
            Thread.onSpinWait();
        }
    }

    private static Turn turn(String workspace, Lane lane) {
        return new Turn(workspace, lane, LATER);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A clock that is moved by hand. */
    private static final class Hand extends Clock {

        private volatile Instant now = NOW;

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
