package io.outrider.orchestrator.connector;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * How long the calls of one effect may take together, where its playbook says so. It only shortens what a way out allows by
 * itself, and does not lengthen the {@link Window}.
 *
 * <p>Every way out asks {@link #within} before each call, on the thread of the effect.
 */
public final class Deadline {

    public static final String OVER = "not sent: the deadline of the act step was over before";

    private static final ScopedValue<Deadline> PRESENT = ScopedValue.newInstance();

    private final Ticks ticks;
    private final long startedAt;
    private final Duration length;

    private Deadline(Ticks ticks, Duration length) {
        this.ticks = ticks;
        this.startedAt = ticks.nanos();
        this.length = length;
    }

    /** Runs from now. */
    public static Deadline of(Ticks ticks, Duration length) {
        return new Deadline(ticks, length);
    }

    public <T> T during(Supplier<T> work) {
        return ScopedValue.where(PRESENT, this).call(work::get);
    }

    /**
     * How long the next call may take.
     *
     * @param own what the way out allows by itself
     * @return zero where nothing may be sent any more; all of its own where nobody set a deadline
     */
    public static Duration within(Duration own) {
        return PRESENT.isBound() ? PRESENT.get().shortened(own) : own;
    }

    private Duration shortened(Duration own) {
        var left = length.minusNanos(ticks.nanos() - startedAt);
        var shorter = left.compareTo(own) < 0 ? left : own;
        return shorter.isPositive() ? shorter : Duration.ZERO;
    }
}
