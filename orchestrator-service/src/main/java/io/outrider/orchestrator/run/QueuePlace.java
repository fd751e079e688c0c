package io.outrider.orchestrator.run;

import java.time.Duration;
import java.time.Instant;

/**
 * Where a leg stands in the queue: higher priority first, then the earlier time.
 *
 * @param due in the past; says who goes first within a priority, not when
 */
public record QueuePlace(int priority, Instant due) {

    /** Legs that were decided on, or that go on after they were held. */
    public static final int WOKEN = 100;

    public static final int RELEASED = 90;

    /** Somebody waits for single runs; nobody waits for a batch. */
    public static final int INTERACTIVE = 60;

    public static final int BATCH = 40;

    private static final Duration TICK = Duration.ofMillis(1);

    /** @return the place of the n-th run after the one that stands here */
    public QueuePlace after(int n) {
        return new QueuePlace(priority, due.plus(TICK.multipliedBy(n)));
    }
}
