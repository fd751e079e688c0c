package io.outrider.cli.command;

import io.outrider.cli.launch.Launcher;
import java.util.concurrent.CountDownLatch;

/** Keeps this process until it is told to end (Ctrl-C, `outrider down`), and then stops everything in order. */
final class Foreground implements AutoCloseable {

    private final Launcher launcher;
    private final Thread main = Thread.currentThread();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");

    Foreground(Launcher launcher) {
        this.launcher = launcher;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** For an end without a signal: the start failed, or the work is done. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the hook runs already and stops everything itself
        }
        launcher.stopOwn();
    }

    /** A start that is under way is interrupted: it gives up, stops what it started, and lets go of the lock. */
    private void stop() {
        main.interrupt();
        end.countDown();
        launcher.stopOwn();
    }
}
