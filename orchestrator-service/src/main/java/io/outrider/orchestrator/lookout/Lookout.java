package io.outrider.orchestrator.lookout;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rests and looks, again and again, on a virtual thread of its own until it is stopped. What a look could not do is left to a
 * later one: no failure ends it.
 */
public final class Lookout {

    /** Finds what there is to do and does it. */
    @FunctionalInterface
    public interface Look {

        void look() throws InterruptedException;
    }

    /** How the time between two looks passes. */
    @FunctionalInterface
    interface Rest {

        void take(Duration longest) throws InterruptedException;
    }

    private final String name;
    private final Look look;
    private final Consumer<RuntimeException> trouble;
    private final Duration longest;
    private final Semaphore woken = new Semaphore(0);
    private Duration usual;
    private Duration next;
    private volatile @Nullable Thread thread;
    private volatile boolean stopped;

    /** @param trouble is told what a look failed with */
    public Lookout(String name, Duration rest, Look look, Consumer<RuntimeException> trouble) {
        this(name, rest, rest, look, trouble);
    }

    /** @param longest a look that fails doubles the rest after it, up to this */
    public Lookout(String name, Duration rest, Duration longest, Look look, Consumer<RuntimeException> trouble) {
        this.name = name;
        this.usual = rest;
        this.next = rest;
        this.longest = longest;
        this.look = look;
        this.trouble = trouble;
    }

    public void start() {
        thread = Thread.ofVirtual().name(name).start(() -> follow(this::untilWoken));
    }

    /** Interrupts the look or the rest that is under way. */
    public void stop() {
        stopped = true;
        var running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    public boolean stopped() {
        return stopped;
    }

    /** Ends the rest that is under way, or else the next one. */
    public void wake() {
        woken.release();
    }

    /** From this look on, the rest is so long. For the look itself to say. */
    public void rest(Duration rest) {
        usual = rest;
        next = rest;
    }

    void follow(Rest rest) {
        try {
            while (!stopped) {
                rest.take(next);
                once();
            }
        } catch (InterruptedException e) {
            // Only stopping interrupts.
        }
    }

    private void once() throws InterruptedException {
        try {
            look.look();
            next = usual;
        } catch (RuntimeException e) {
            trouble.accept(e);
            next = shorter(next.multipliedBy(2), longest);
        }
    }

    private void untilWoken(Duration longest) throws InterruptedException {
        woken.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        woken.drainPermits();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
