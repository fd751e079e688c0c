package io.outrider.kit.model;

import io.outrider.kit.security.Turn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How many questions are asked at once: additive increase, multiplicative decrease (Chiu and Jain, 1989). One more after a
 * whole window of clean answers; half as many when the provider is overloaded, once for all that were under way then; nobody
 * before the time that a Retry-After names. Who finds no place waits in a {@link WaitingLine}, on a virtual thread.
 */
final class ModelLimit {

    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(30);

    private final Clock clock;
    private final int most;
    private final Predicate<ModelFailure> overload;
    private final ReentrantLock lock = new ReentrantLock();
    private final WaitingLine line = new WaitingLine();
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
     * @param turn nothing is asked at or after its deadline
     * @throws ModelFailure where no place came free in time, or the question failed
     */
    <T> T within(Turn turn, Supplier<T> question) {
        var seen = enter(turn);
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

    int waiting() {
        lock.lock();
        try {
            return line.size();
        } finally {
            lock.unlock();
        }
    }

    /** @return how often the limit had been halved when the place was taken */
    private long enter(Turn turn) {
        lock.lock();
        try {
            var now = clock.instant();
            var patience = now.plus(LONGEST_QUEUE);
            var latest = turn.deadline().isBefore(patience) ? turn.deadline() : patience;
            if (now.isBefore(latest) && line.isEmpty() && hasRoom(now)) {
                underWay++;
            } else {
                waitFor(line.add(turn, lock.newCondition()), latest);
            }
            return halvings;
        } finally {
            lock.unlock();
        }
    }

    private void waitFor(WaitingLine.Place mine, Instant latest) {
        while (true) {
            var now = clock.instant();
            if (!now.isBefore(latest)) {
                giveUp(mine);
                throw ModelFailure.tooLate();
            }
            admit(now);
            if (mine.isAdmitted()) {
                return;
            }
            var reopens = now.isBefore(closedUntil) && closedUntil.isBefore(latest);
            await(mine, Duration.between(now, reopens ? closedUntil : latest));
        }
    }

    private boolean hasRoom(Instant now) {
        return underWay < limit && !now.isBefore(closedUntil);
    }

    private void admit(Instant now) {
        while (!line.isEmpty() && hasRoom(now)) {
            underWay++;
            line.admitNext();
        }
    }

    /** A place that was given in the last moment goes to the next in line. */
    private void giveUp(WaitingLine.Place mine) {
        if (mine.isAdmitted()) {
            underWay--;
            admit(clock.instant());
        } else {
            line.remove(mine);
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
            admit(clock.instant());
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
        if (until.isAfter(closedUntil)) {
            closedUntil = until;
            // Perhaps nobody is under way by then who could let them in: each must look at the clock at that time.
            line.wakeAll();
        }
        if (seen == halvings) {
            limit = Math.max(1, limit / 2);
            halvings++;
            clean = 0;
        }
    }

    private void await(WaitingLine.Place mine, Duration time) {
        try {
            // Woken or not, the caller looks at the clock again.
            var unused = mine.turnCame().awaitNanos(Math.max(TimeUnit.MILLISECONDS.toNanos(1), time.toNanos()));
        } catch (InterruptedException e) {
            giveUp(mine);
            Thread.currentThread().interrupt();
            throw ModelFailure.tooLate();
        }
    }
}
