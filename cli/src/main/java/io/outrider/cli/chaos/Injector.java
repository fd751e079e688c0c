package io.outrider.cli.chaos;

import io.outrider.cli.launch.Launcher;
import io.outrider.cli.launch.Part;
import io.outrider.cli.launch.PartState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Does one thing after another to the system, and puts each right again. */
final class Injector {

    private static final List<String> EFFECTS = List.of("crm", "sequence", "slack");
    private static final List<String> SOURCES = List.of("site", "model");

    /** A run of this length has time for every fault. */
    private static final Duration LONG = Duration.ofMinutes(3);

    private final Launcher launcher;
    private final Outside outside;
    private final Random random;
    private final FaultLog log;
    private final Deque<Fault> deck = new ArrayDeque<>();
    private PartState replica;

    Injector(Launcher launcher, PartState replica, Outside outside, Random random, FaultLog log) {
        this.launcher = launcher;
        this.replica = replica;
        this.outside = outside;
        this.random = random;
        this.log = log;
    }

    /** Until the time is over; then everything is up and well again. */
    void run(Duration length) {
        var end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            if (deck.isEmpty()) {
                deck.addAll(Fault.deck(random, length.compareTo(LONG) >= 0));
            }
            inject(deck.remove());
            rest(300, 2_000);
        }
        outside.heal();
        log.note("the last fault is over");
    }

    PartState replica() {
        return replica;
    }

    private void inject(Fault fault) {
        switch (fault) {
            case KILL_RESEARCH -> kill(Part.RESEARCH);
            case KILL_QUALIFY -> kill(Part.QUALIFY);
            case KILL_MESSAGING -> kill(Part.MESSAGING);
            case KILL_REVIEW -> kill(Part.REVIEW);
            case KILL_ORCHESTRATOR -> kill(Part.ORCHESTRATOR);
            case KILL_REPLICA -> killReplica();
            case FREEZE_SERVICE -> {
                var services = Part.services();
                freeze(state(services.get(random.nextInt(services.size()))), 500, 5_000);
            }
            case FREEZE_ORCHESTRATOR -> freeze(random.nextBoolean() ? state(Part.ORCHESTRATOR) : replica, 3_000, 9_000);
            case FREEZE_PAST_LEASE -> freeze(random.nextBoolean() ? state(Part.ORCHESTRATOR) : replica, 24_000, 32_000);
            case CRASH_DATABASE -> database(false);
            case KILL_DATABASE -> database(true);
            case END_SESSIONS -> {
                var share = 0.2 + random.nextDouble() * 0.8;
                log.fault("end sessions", "%d ended".formatted(launcher.endSessions(share, random.nextLong())));
            }
            case CUT_AFTER -> cut(EFFECTS, "after", 0.2 + random.nextDouble() * 0.3);
            case CUT_BEFORE -> cut(random.nextBoolean() ? EFFECTS : SOURCES, "before", 0.3 + random.nextDouble() * 0.7);
        }
    }

    private void kill(Part part) {
        log.fault("kill " + part.label(), "");
        pid(state(part)).kill();
        rest(0, 2_000);
        launcher.start(part);
        log.note(part.label() + " is back");
    }

    private void killReplica() {
        log.fault("kill orchestrator 2", "");
        pid(replica).kill();
        rest(0, 2_000);
        replica = launcher.startReplica(replica);
        log.note("orchestrator 2 is back");
    }

    private void freeze(PartState part, int leastMillis, int mostMillis) {
        var millis = leastMillis + random.nextInt(mostMillis - leastMillis);
        log.fault("freeze " + part.part().label(), millis + " ms");
        pid(part).freeze();
        try {
            sleep(millis);
        } finally {
            pid(part).thaw();
        }
    }

    private void database(boolean killed) {
        log.fault(killed ? "kill database" : "crash database", "");
        launcher.crashDatabase(killed);
        rest(0, 3_000);
        launcher.startDatabase();
        log.note("the database is back");
    }

    private void cut(List<String> kinds, String when, double probability) {
        log.fault("cut " + when, String.format(Locale.ROOT, "%.0f %% of %s", 100 * probability, kinds));
        outside.cut(kinds, when, probability);
        rest(1_000, 4_000);
        outside.heal();
    }

    private PartState state(Part part) {
        return launcher.state().orElseThrow().part(part);
    }

    private static io.outrider.cli.launch.Pid pid(PartState state) {
        var pid = state.pid();
        if (pid == null) {
            throw new IllegalStateException(state.part() + " never ran");
        }
        return pid;
    }

    private void rest(int leastMillis, int mostMillis) {
        sleep(leastMillis + random.nextInt(mostMillis - leastMillis));
    }

    private static void sleep(int millis) {
        var end = System.nanoTime() + millis * 1_000_000L;
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
