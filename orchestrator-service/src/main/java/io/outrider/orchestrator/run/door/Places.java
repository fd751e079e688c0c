package io.outrider.orchestrator.run.door;

import io.outrider.kit.error.Exhausted;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How many runs wait, as far as it is known: counted now and then, and one more for each that was let in since. */
final class Places {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final int most;
    private final AtomicInteger waiting = new AtomicInteger();

    Places(int most) {
        this.most = most;
    }

    /** @throws Exhausted OVERLOADED, with the time to come back after */
    void take() {
        if (waiting.incrementAndGet() > most) {
            waiting.decrementAndGet();
            throw new Exhausted("OVERLOADED", "Too many runs wait already", RETRY_AFTER);
        }
    }

    boolean anyTaken() {
        return waiting.get() > 0;
    }

    void counted(long now) {
        waiting.set((int) Math.min(now, most));
    }
}
