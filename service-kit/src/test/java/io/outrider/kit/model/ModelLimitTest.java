package io.outrider.kit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outrider.kit.security.Lane;
import io.outrider.kit.security.Turn;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ModelLimitTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Turn LATER = until(NOW.plus(Duration.ofMinutes(1)));

    private final Hand clock = new Hand();

    @Test
    void addsOneAfterAWholeWindowOfCleanAnswers() {
        var limit = new ModelLimit(2, 3, ModelFailure::overload, clock);

        var nested = limit.within(LATER, () -> limit.within(LATER, () -> "two at once"));
        assertThat(nested).isEqualTo("two at once");
        assertThat(limit.limit()).isEqualTo(3);
        for (int i = 0; i < 100; i++) {
            limit.within(LATER, () -> limit.within(LATER, () -> "at most three"));
        }
        assertThat(limit.limit()).isEqualTo(3);
    }

    @Test
    void halvesOnceForAllThatWereUnderWay() throws Exception {
        var limit = new ModelLimit(64, 400, ModelFailure::overload, clock);
        var all = new CountDownLatch(40);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                threads.execute(() -> assertThatThrownBy(() -> limit.within(LATER, () -> {
                            all.countDown();
                            await(all);
                            throw answered(503, null);
                        }))
                        .isInstanceOf(ModelFailure.class));
            }
        }
        assertThat(limit.limit()).isEqualTo(32);

        overload(limit, 429, null);
        assertThat(limit.limit()).isEqualTo(16);
        for (int i = 0; i < 10; i++) {
            overload(limit, 500, null);
        }
        assertThat(limit.limit()).isEqualTo(1);
    }

    @Test
    void doesNotHalveForWhatIsNoOverload() {
        var limit = new ModelLimit(64, 400, ModelFailure::overload, clock);

        overload(limit, 400, null);

        assertThat(limit.limit()).isEqualTo(64);
    }

    @Test
    void asksNothingBeforeTheTimeTheProviderNamed() {
        var limit = new ModelLimit(64, 400, ModelFailure::overload, clock);
        var asked = new AtomicInteger();
        overload(limit, 429, "20");

        assertThatThrownBy(() -> limit.within(until(NOW), asked::incrementAndGet))
                .isInstanceOf(ModelFailure.class);
        clock.now = NOW.plusSeconds(18);
        assertThatThrownBy(() -> limit.within(until(clock.steppingTo(NOW.plusSeconds(19))), () -> {
                    throw new AssertionError("asked before its time");
                }))
                .isInstanceOf(ModelFailure.class)
                .hasMessageContaining("no time left");
        clock.stay(NOW.plusSeconds(20));
        assertThat(limit.within(LATER, asked::incrementAndGet)).isEqualTo(1);
    }

    @Test
    void asksNothingAtOrAfterTheDeadline() {
        var limit = new ModelLimit(1, 1, ModelFailure::overload, clock);
        var asked = new AtomicInteger();

        assertThatThrownBy(() -> limit.within(until(NOW), asked::incrementAndGet))
                .hasMessageContaining("no time left");
        limit.within(LATER, () -> {
            assertThatThrownBy(() -> limit.within(until(clock.steppingTo(NOW.plusSeconds(5))), asked::incrementAndGet))
                    .hasMessageContaining("no time left");
            return "";
        });
        assertThat(asked).hasValue(0);
    }

    @Test
    void tellsAModelThatIsBusyFromAProviderThatFails() {
        assertThat(ModelFailure.of(answered(429, null)).ofProvider()).isFalse();
        assertThat(ModelFailure.of(answered(503, null)).ofProvider()).isTrue();
        assertThat(ModelFailure.of(new UncheckedIOException(new HttpTimeoutException("")))
                        .ofProvider())
                .isTrue();
    }

    private static Turn until(Instant deadline) {
        return new Turn("acme", Lane.INTERACTIVE, deadline);
    }

    private static void overload(ModelLimit limit, int status, String retryAfter) {
        assertThatThrownBy(() -> limit.within(LATER, () -> {
                    throw answered(status, retryAfter);
                }))
                .isInstanceOf(ModelFailure.class);
    }

    private static WebApplicationException answered(int status, String retryAfter) {
        var response = Response.status(status);
        return new WebApplicationException(
                (retryAfter == null ? response : response.header("Retry-After", retryAfter)).build());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A clock that is moved by hand, and by each look once it steps. */
    private static final class Hand extends Clock {

        private volatile Instant now = NOW;
        private volatile Instant step;

        Instant steppingTo(Instant deadline) {
            step = deadline;
            return deadline;
        }

        void stay(Instant at) {
            step = null;
            now = at;
        }

        @Override
        public Instant instant() {
            var shown = now;
            if (step != null) {
                now = step;
            }
            return shown;
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
