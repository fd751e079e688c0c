package io.outrider.cli.bench;

import io.outrider.cli.bench.Load.Outcome;
import io.outrider.cli.client.Session;
import io.outrider.cli.launch.Launcher;
import io.outrider.cli.launch.Part;
import io.outrider.cli.launch.SystemState;
import io.outrider.cli.output.CliFailure;
import io.outrider.cli.output.Terminal;
import io.outrider.library.v1.ApplyRequest;
import io.outrider.library.v1.LibraryFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** One measured load on a system that is up with the sandbox as its outside world. */
public final class Bench {

    /** Nothing ended for so long: nothing will. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** So that what came before has settled: watchers, caches, vacuum. */
    private static final Duration CALM = Duration.ofSeconds(5);

    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Launcher launcher;
    private final SystemState state;
    private final Session session;
    private final Terminal terminal;

    public Bench(Launcher launcher, SystemState state, Session session, Terminal terminal) {
        this.launcher = launcher;
        this.state = state;
        this.session = session;
        this.terminal = terminal;
    }

    public BenchReport run(BenchOptions options) {
        prepare(options);
        try (var world = new BenchWorld(state.part(Part.SANDBOX).httpPort());
                var reviewer = new Reviewer(session.reviews("reviewer"), session.reviewsAsync("reviewer"))) {
            world.prepare(options.modelLatency(), options.pageKb());
            reviewer.start();
            var meter = meter();
            if (options.warmup() > 0) {
                terminal.note("warming up with " + options.warmup() + " accounts");
                load(options, options.firstAccount(), options.warmup(), Optional.empty(), meter);
            }
            world.forget();
            reviewer.forget();
            return measured(options, world, reviewer, meter);
        }
    }

    /**
     * Parks accounts at the gate, and measures what they cost while they wait.
     *
     * @param options everything is reviewed; nobody decides
     * @param copies made of each of them in the databases, so that there are many soon
     */
    public ParkedReport parked(BenchOptions options, int copies) {
        prepare(options);
        try (var world = new BenchWorld(state.part(Part.SANDBOX).httpPort())) {
            world.prepare(options.modelLatency(), options.pageKb());
            var waiting = new Parking(session.runs("author"), new BenchAccounts("bench-" + UUID.randomUUID()))
                    .park(options.firstAccount(), options.accounts(), done -> terminal.note(done + " are at rest"));
            if (copies > 0) {
                terminal.note("copying each of " + waiting + " that wait " + copies + " times");
                launcher.copyWaitingRuns(copies);
            }
            LockSupport.parkNanos(CALM.toNanos());
            var meter = meter();
            meter.reset();
            var start = System.nanoTime();
            LockSupport.parkNanos(IDLE.toNanos());
            return new ParkedReport(waiting * (1 + copies), (System.nanoTime() - start) / 1e9, meter.spent());
        }
    }

    private BenchReport measured(BenchOptions options, BenchWorld world, Reviewer reviewer, Meter meter) {
        terminal.note("driving " + options.accounts() + " accounts, " + options.concurrency() + " at once");
        meter.reset();
        var start = System.nanoTime();
        var first = options.firstAccount() + options.warmup();
        var open = options.rate() > 0
                ? Optional.of(
                        new OpenLoad(session.runsAsync("author"), new BenchAccounts("bench-" + UUID.randomUUID())))
                : Optional.<OpenLoad>empty();
        var outcome = open.isPresent()
                ? atRate(open.get(), options, first, meter)
                : load(options, first, options.accounts(), options.kill(), meter);
        var seconds = (System.nanoTime() - start) / 1e9;
        var cpu = meter.spent();
        meter.sample();
        var report = new BenchReport(
                options,
                outcome,
                seconds,
                cpu,
                meter.peakMebibytes(),
                world.counts(),
                reviewer.decided(),
                reviewer.failed(),
                started());
        open.ifPresent(load -> report.add(load));
        return report;
    }

    private static Outcome atRate(OpenLoad load, BenchOptions options, int first, Meter meter) {
        try (load;
                var ticks = Executors.newSingleThreadScheduledExecutor()) {
            meter.watch(ticks);
            var outcome = load.run(first, options.accounts(), options.rate(), PATIENCE);
            ticks.shutdownNow();
            return outcome;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliFailure("Interrupted while driving the load", e);
        }
    }

    private void prepare(BenchOptions options) {
        var yaml = LibraryFile.newBuilder().setName("bench.yaml").setContent(resource());
        session.library("author")
                .apply(ApplyRequest.newBuilder()
                        .setRequestId("bench-" + UUID.randomUUID())
                        .addFiles(yaml)
                        .build());
        BenchPolicy.set(session, options.reviewShare());
    }

    private Outcome load(BenchOptions options, int first, int count, Optional<Kill> kill, Meter meter) {
        var accounts = new BenchAccounts("bench-" + UUID.randomUUID());
        var crash = kill.map(k -> new Crash(launcher, state, meter, k, count, terminal));
        try (var ticks = Executors.newSingleThreadScheduledExecutor();
                var load = new Load(
                        session.runsAsync("author"),
                        accounts,
                        options.concurrency(),
                        ended -> crash.ifPresent(c -> c.reached(ended)))) {
            meter.watch(ticks);
            var outcome = load.run(first, count, PATIENCE);
            crash.ifPresent(Crash::await);
            ticks.shutdownNow();
            return outcome;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliFailure("Interrupted while driving the load", e);
        }
    }

    private Meter meter() {
        var pids = new EnumMap<Part, Long>(Part.class);
        state.wantedParts()
                .forEach(part ->
                        pids.put(part.part(), Objects.requireNonNull(part.pid()).number()));
        return new Meter(pids, launcher.postgresPid().orElseThrow(() -> new CliFailure("PostgreSQL is not up")));
    }

    /** The options of the Java virtual machine that a service runs with, as it was started. */
    private List<String> started() {
        var pid = Objects.requireNonNull(state.part(Part.ORCHESTRATOR).pid()).number();
        return ProcFiles.commandLine(pid).stream()
                .filter(word -> word.startsWith("-X"))
                .toList();
    }

    private static String resource() {
        try (var stream = Bench.class.getResourceAsStream("/bench/library.yaml")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
