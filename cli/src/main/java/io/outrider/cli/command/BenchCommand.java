package io.outrider.cli.command;

import io.outrider.cli.bench.Bench;
import io.outrider.cli.bench.BenchOptions;
import io.outrider.cli.bench.BenchOptions.Range;
import io.outrider.cli.bench.Kill;
import io.outrider.cli.launch.Launcher;
import io.outrider.cli.launch.Part;
import io.outrider.cli.launch.SystemState;
import io.outrider.cli.launch.UpOptions;
import io.outrider.cli.output.CliFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "bench",
        description =
                "Drives generated accounts the whole way and prints one line of JSON: speed, CPU, memory, lost, doubled.")
final class BenchCommand implements Callable<Integer> {

    enum Gate {
        auto,
        review
    }

    /** The sandbox's sites are ours: no need to wait between robots.txt and the page. */
    private static final String PACE = "PT0S";

    /** The least share of an irreversible action that a policy may let people see. */
    private static final double LEAST_SHARE = 0.01;

    @Mixin
    Common common = new Common();

    @Option(names = "--accounts", paramLabel = "N", description = "how many (default: ${DEFAULT-VALUE})")
    int accounts = 400;

    @Option(names = "--concurrency", paramLabel = "N", description = "in flight at once (default: ${DEFAULT-VALUE})")
    int concurrency = 100;

    @Option(
            names = "--rate",
            paramLabel = "N/s",
            description =
                    "start single runs at this rate, however many are under way, instead of keeping --concurrency in flight")
    String rate = "0";

    @Option(
            names = "--model-latency",
            paramLabel = "TIME",
            description = "how long the simulated model takes for an answer, like 200ms (default: ${DEFAULT-VALUE})")
    String modelLatency = "200ms";

    @Option(names = "--body-kb", paramLabel = "A-B", description = "how large pages are (default: ${DEFAULT-VALUE})")
    String bodyKb = "1-30";

    @Option(
            names = "--gate",
            description =
                    "auto: the policy grants, but for a sample of 1 %%; review: the bench decides each item (default: ${DEFAULT-VALUE})")
    Gate gate = Gate.auto;

    @Option(
            names = "--gate-share",
            paramLabel = "SHARE",
            description = "this share of enrolments is decided, 0.01 to 1")
    double gateShare;

    @Option(
            names = "--parked",
            description = "bring --accounts to the gate, leave them there, and measure what waiting costs")
    boolean parked;

    @Option(
            names = "--copies",
            paramLabel = "N",
            description =
                    "with --parked: copy each one that waits N times in the databases, so that there are many soon")
    int copies;

    @Option(
            names = "--kill",
            paramLabel = "SERVICE@P%%",
            description = "SIGKILL and start it again when P %% have ended")
    String kill = "";

    @Option(
            names = "--warmup",
            paramLabel = "N",
            description = "accounts before the measured ones (default: ${DEFAULT-VALUE})")
    int warmup = 400;

    @Option(
            names = "--running",
            description = "use the system that is up in --data with the sandbox; else one of its own is started")
    boolean running;

    @Option(names = "--json-file", paramLabel = "FILE", description = "append the line to this file too")
    @Nullable
    Path jsonFile;

    /** @return 1 where an account was lost or an effect doubled */
    @Override
    public Integer call() {
        var options = options();
        if (copies < 0 || (copies > 0 && !parked)) {
            throw new CliFailure("--copies must be 0 or more, and goes with --parked");
        }
        if (common.workspace.equals("default")) {
            common.workspace = "bench";
        }
        if (parked) {
            var report = running
                    ? onRunning(bench -> bench.parked(options, copies))
                    : onOwn(bench -> bench.parked(options, copies));
            print(report.json());
            return 0;
        }
        var report = running ? onRunning(bench -> bench.run(options)) : onOwn(bench -> bench.run(options));
        print(report.json());
        return report.sound() ? 0 : 1;
    }

    private BenchOptions options() {
        var share = gate == Gate.review || parked ? 1 : gateShare == 0 ? LEAST_SHARE : gateShare;
        if (share < LEAST_SHARE || share > 1) {
            throw new CliFailure("--gate-share must be " + LEAST_SHARE + " to 1");
        }
        return new BenchOptions(
                accounts,
                concurrency,
                BenchOptions.rate(rate),
                BenchOptions.duration(modelLatency),
                Range.parse(bodyKb),
                share,
                kill.isEmpty() ? Optional.empty() : Optional.of(Kill.parse(kill)),
                warmup,
                running ? unused() : 1);
    }

    /** A system remembers whom it wrote to: other accounts than in the bench before. */
    private static int unused() {
        return (int) (System.currentTimeMillis() / 100 % 9_000) * 100_000 + 1;
    }

    private <R> R onRunning(Function<Bench, R> work) {
        var launcher = common.launcher();
        var state = launcher.state()
                .filter(SystemState::isUp)
                .filter(SystemState::withSandbox)
                .orElseThrow(() -> new CliFailure("Nothing is up with the sandbox in "
                        + common.dataDir().root() + "; `./outrider up --sandbox` starts it"));
        return drive(launcher, state, work);
    }

    private <R> R onOwn(Function<Bench, R> work) {
        if (common.data == null) {
            common.data = common.installation().home().resolve(".outrider/bench");
        }
        var launcher = common.launcher();
        launcher.state().ifPresent(state -> {
            if (state.isUp()) {
                throw new CliFailure(
                        "A bench is up already in " + common.dataDir().root());
            }
            launcher.down();
        });
        common.dataDir().wipe();
        try (var _ = new Foreground(launcher)) {
            return drive(launcher, launcher.up(new UpOptions(EnumSet.allOf(Part.class), 0, PACE)), work);
        }
    }

    private <R> R drive(Launcher launcher, SystemState state, Function<Bench, R> work) {
        try (var session = common.session()) {
            return work.apply(new Bench(launcher, state, session, common.terminal()));
        }
    }

    private void print(String json) {
        common.terminal().print(json);
        if (jsonFile == null) {
            return;
        }
        try {
            Files.writeString(
                    jsonFile,
                    json + "\n",
                    java.nio.file.StandardOpenOption.CREATE,
                    java.nio.file.StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(jsonFile + " cannot be written", e);
        }
    }
}
