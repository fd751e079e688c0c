package io.outrider.cli.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that was seen at one time. The start time goes with the number, so that another process which got the same
 * number later is never taken for it, and never killed.
 *
 * @param startMillis since the epoch
 */
public record Pid(long number, long startMillis) {

    /** The clock that tells start times moves a little when the system's time is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    static Pid of(ProcessHandle process) {
        return new Pid(
                process.pid(),
                process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    static Optional<Pid> alive(long number) {
        return ProcessHandle.of(number).filter(ProcessHandle::isAlive).map(Pid::of);
    }

    /** The process, as long as it is this very one and alive. */
    Optional<ProcessHandle> handle() {
        return ProcessHandle.of(number).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    public boolean isAlive() {
        return handle().isPresent();
    }

    /**
     * Asks it to end, and makes it end after the grace.
     *
     * @return false where it had to be killed
     */
    boolean stop(Duration grace) {
        var process = handle();
        if (process.isEmpty()) {
            return true;
        }
        process.get().destroy();
        if (awaitEnd(grace)) {
            return true;
        }
        handle().ifPresent(ProcessHandle::destroyForcibly);
        awaitEnd(grace);
        return false;
    }

    /** Ends it at once, as a crash would. */
    public void kill() {
        handle().ifPresent(ProcessHandle::destroyForcibly);
        awaitEnd(Duration.ofSeconds(10));
    }

    /** Stops it where it is: it holds what it holds and answers nobody. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets it go on as if nothing had been. */
    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(number))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean awaitEnd(Duration limit) {
        var process = handle();
        if (process.isEmpty()) {
            return true;
        }
        try {
            process.get().onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !isAlive();
        }
    }

    private boolean isSame(ProcessHandle process) {
        var start = process.info().startInstant().map(Instant::toEpochMilli).orElse(startMillis);
        return Math.abs(start - startMillis) <= TOLERANCE.toMillis();
    }
}
