package io.outrider.cli.bench;

import io.outrider.cli.launch.Launcher;
import io.outrider.cli.launch.PartState;
import io.outrider.cli.launch.SystemState;
import io.outrider.cli.output.CliFailure;
import io.outrider.cli.output.Terminal;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** Kills a service once, when enough has ended, and starts it again. */
final class Crash {

    private final Launcher launcher;
    private final PartState victim;
    private final Meter meter;
    private final int due;
    private final Terminal terminal;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    Crash(Launcher launcher, SystemState state, Meter meter, Kill kill, int accounts, Terminal terminal) {
        this.launcher = launcher;
        this.victim = state.part(kill.part());
        this.meter = meter;
        this.due = Math.max(1, accounts * kill.percent() / 100);
        this.terminal = terminal;
    }

    /** Returns at once; the crash takes its course on a thread of its own. */
    void reached(int ended) {
        if (ended >= due && begun.compareAndSet(false, true)) {
            Thread.ofPlatform().name("crash").start(this::happen);
        }
    }

    /** @throws CliFailure where the service did not come back, or the load ended before the crash */
    void await() {
        if (!begun.get()) {
            throw new CliFailure("Only so few accounts ended that nothing was killed");
        }
        over.join();
    }

    private void happen() {
        var part = victim.part();
        try {
            meter.sample();
            meter.leaves(part);
            Objects.requireNonNull(victim.pid()).kill();
            terminal.note(part.label() + " is killed");
            var again = launcher.start(part);
            meter.comes(part, Objects.requireNonNull(again.pid()).number());
            terminal.note(part.label() + " is back");
            over.complete(null);
        } catch (RuntimeException e) {
            over.completeExceptionally(e);
        }
    }
}
