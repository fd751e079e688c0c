package io.outrider.orchestrator.connector;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * For how long after its claim an effect may begin. A process that was stopped meanwhile, and wakes up after others took its
 * work over, writes nothing more: they may have asked a person, and that person may have answered.
 *
 * <p>Every way out asks {@link #isOver} before it writes, on the thread of the effect.
 */
public final class Window {

    public static final String OVER = "not sent: too long after its claim, others may have the run";

    private static final ScopedValue<Window> PRESENT = ScopedValue.newInstance();

    private final Ticks ticks;
    private final long openedAt;
    private final long length;

    private Window(Ticks ticks, Duration length) {
        this.ticks = ticks;
        this.openedAt = ticks.nanos();
        this.length = length.toNanos();
    }

    /** Opens now: call it before the claim is made, not after. */
    public static Window open(Ticks ticks, Duration length) {
        return new Window(ticks, length);
    }

    /** Whatever the work writes outside, it writes while this window is open. */
    public <T> T during(Supplier<T> work) {
        return ScopedValue.where(PRESENT, this).call(work::get);
    }

    /** False where nobody set a limit. */
    public static boolean isOver() {
        return PRESENT.isBound() && PRESENT.get().passed();
    }

    private boolean passed() {
        return ticks.nanos() - openedAt > length;
    }
}
