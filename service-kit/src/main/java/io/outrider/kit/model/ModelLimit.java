package io.outrider.kit.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How many questions are asked at once: additive increase, multiplicative decrease (Chiu and Jain, 1989). One more after a
 * whole window of clean answers; half as many when the provider is overloaded, once for all that were under way then; nobody
 * before the time that a Retry-After names. Waiting holds a virtual thread only.
 */
final class ModelLimit {

    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(30);

    private final Clock clock;
    private final int most;
    private final Predicate<ModelFailure> overload;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition free = lock.newCondition();
    private int limit;
    private int underWay;
    private int clean;
    private long halvings;
    private Instant closedUntil = Instant.EPOCH;

    /** @param overload which failures say that too much was asked at once */
    ModelLimit(int initial, int most, Predicate<ModelFailure> overload, Clock clock) {
        this.limit = Math.min(initial, most);
        this.most = most;
        this.overload = overload;
        this.clock = clock;
    }

    /**
     * @param deadline nothing is asked at or after it
     * @throws ModelFailure where no place came free in time, or the question failed
     */
    <T> T within(Instant deadline, Supplier<T> question) {
        var seen = enter(deadline);
        try {
            var answer = question.get();
            leave(seen, null);
            return answer;
        } catch (RuntimeException e) {
            var failure = ModelFailure.of(e);
            leave(seen, failure);
            throw failure;
        }
    }

    int limit() {
        lock.lock();
        try {
            return limit;
        } finally {
            lock.unlock();
        }
    }

    /** @return how often the limit had been halved when the place was taken */
    private long enter(Instant deadline) {
        lock.lock();
        try {
            var patience = clock.instant().plus(LONGEST_QUEUE);
            var latest = deadline.isBefore(patience) ? deadline : patience;
            while (true) {
                var now = clock.instant();
                if (!now.isBefore(latest)) {
                    throw ModelFailure.tooLate();
                }
                var closed = now.isBefore(closedUntil);
                if (!closed && underWay < limit) {
                    underWay++;
                    return halvings;
                }
                await(Duration.between(now, closed && closedUntil.isBefore(latest) ? closedUntil : latest));
            }
        } finally {
            lock.unlock();
        }
    }

    private void leave(long seen, @Nullable ModelFailure failure) {
        lock.lock();
        try {
            if (failure == null) {
                grow();
            } else if (overload.test(failure)) {
                shrink(seen, failure.retryAfter());
            }
            underWay--;
            free.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Only what was needed is known to be borne: an idle line does not grow. */
    private void grow() {
        if (underWay * 2 >= limit && ++clean >= limit) {
            limit = Math.min(most, limit + 1);
            clean = 0;
        }
    }

    private void shrink(long seen, Duration retryAfter) {
        var until = clock.instant().plus(retryAfter);
        closedUntil = until.isAfter(closedUntil) ? until : closedUntil;
        if (seen == halvings) {
            limit = Math.max(1, limit / 2);
            halvings++;
            clean = 0;
        }
    }

    /** Holds the lock. */
    private void await(Duration time) {
        try {
            // Woken or not, the caller looks at the clock again.
            var unused = free.awaitNanos(Math.max(TimeUnit.MILLISECONDS.toNanos(1), time.toNanos()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ModelFailure.tooLate();
        }
    }
}
