package io.outrider.cli.chaos;

import io.grpc.StatusRuntimeException;
import io.outrider.cli.client.LibraryFiles;
import io.outrider.cli.client.Session;
import io.outrider.cli.demo.SandboxDoor;
import io.outrider.cli.launch.Launcher;
import io.outrider.cli.launch.Part;
import io.outrider.cli.launch.PartState;
import io.outrider.orchestrator.v1.ActionState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;

/** Starts runs while things go wrong, then looks whether everything that was accepted ended, once. */
public final class Chaos {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Launcher launcher;
    private final Function<PartState, Session> sessions;
    private final ChaosOptions options;
    private final FaultLog log;

    /**
     * @param launcher of a system that is up, with the sandbox
     * @param sessions a session whose orchestrator is the given one
     * @param lines hears of each fault
     */
    public Chaos(
            Launcher launcher,
            Function<PartState, Session> sessions,
            ChaosOptions options,
            java.util.function.Consumer<String> lines) {
        this.launcher = launcher;
        this.sessions = sessions;
        this.options = options;
        this.log = new FaultLog(lines);
    }

    public ChaosResult run(Path library) throws InterruptedException {
        log.note("seed " + options.seed());
        var state = launcher.state().orElseThrow();
        var replica = launcher.startReplica(Part.ORCHESTRATOR);
        var outside = new Outside(state.part(Part.SANDBOX).httpPort());
        var injector = new Injector(launcher, replica, outside, new Random(options.seed()), log);
        try (outside;
                var first = sessions.apply(state.part(Part.ORCHESTRATOR));
                var second = sessions.apply(replica);
                var acceptor = new Acceptor(first, log);
                var driver = new Driver(List.of(first, second), options)) {
            first.library("author").apply(LibraryFiles.request(List.of(library), false));
            ChaosPolicy.set(first);
            acceptor.start();
            driver.start();
            var began = System.nanoTime();
            injector.run(options.length());
            var calmFrom = System.nanoTime();
            var answered = driver.finish(options.calm());
            return judge(first, driver, acceptor, answered, began, calmFrom);
        } finally {
            launcher.stopReplica(injector.replica());
        }
    }

    private ChaosResult judge(
            Session session, Driver driver, Acceptor acceptor, boolean answered, long began, long calmFrom)
            throws InterruptedException {
        var accepted = driver.accepted().keySet();
        var drained = rest(session, accepted, Rested.NOTHING, calmFrom, Rested::drained);
        acceptor.close();
        // Nobody decides any more: what is on its way arrives, then runs and effects can be laid side by side.
        var rested = rest(session, accepted, drained, System.nanoTime(), Rested::calm);
        var restedAfter = rested.drained() ? seconds(calmFrom) : -1;
        var sandbox = launcher.state().orElseThrow().part(Part.SANDBOX).httpPort();
        var received = new SandboxDoor(sandbox).effects();
        Twice twice;
        try (var outside = new Outside(sandbox)) {
            twice = Twice.of(rested, received, outside.doubled());
        }
        rested.complaints().forEach(log::note);
        twice.doubled().forEach(line -> log.note("doubled: " + line));
        twice.ungranted().forEach(line -> log.note("ungranted: " + line));
        twice.missing().forEach(line -> log.note("missing: " + line));
        return new ChaosResult(
                answered && rested.drained() && rested.failed().isEmpty() && twice.right() && !accepted.isEmpty(),
                options.seed(),
                (calmFrom - began) / 1e9,
                driver.asked(),
                accepted.size(),
                driver.asked() - accepted.size(),
                rested.lost().size(),
                twice.doubled().size(),
                rested.stuck().size(),
                rested.undecided(),
                rested.actions(ActionState.ACTION_STATE_UNKNOWN).size(),
                twice.ungranted().size(),
                twice.missing().size(),
                received.size(),
                acceptor.decided(),
                restedAfter,
                rested.states(),
                log.counts());
    }

    /** Looks until it is enough, or the time for it is over. */
    private Rested rest(Session session, Set<String> accepted, Rested before, long calmFrom, Predicate<Rested> enough) {
        var rested = before;
        while (true) {
            var over = System.nanoTime() - calmFrom > options.calm().toNanos();
            try {
                rested = Rested.look(session, accepted, rested);
                if (enough.test(rested) || over) {
                    return rested;
                }
            } catch (StatusRuntimeException e) {
                if (over) {
                    throw e;
                }
                log.note("the system does not answer yet: " + e.getStatus().getCode());
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
