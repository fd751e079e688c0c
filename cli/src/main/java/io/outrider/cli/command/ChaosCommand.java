package io.outrider.cli.command;

import com.google.gson.Gson;
import io.outrider.cli.chaos.Chaos;
import io.outrider.cli.chaos.ChaosOptions;
import io.outrider.cli.chaos.ChaosResult;
import io.outrider.cli.client.Address;
import io.outrider.cli.client.Session;
import io.outrider.cli.launch.DataDir;
import io.outrider.cli.launch.Launcher;
import io.outrider.cli.launch.Part;
import io.outrider.cli.launch.PartState;
import io.outrider.cli.launch.UpOptions;
import io.outrider.cli.output.CliFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "chaos",
        description =
                "Starts everything anew, with the sandbox and a second orchestrator; starts runs, and breaks things "
                        + "at random. Then everything accepted must end, and nothing may have happened twice.")
final class ChaosCommand implements Callable<Integer> {

    private static final Duration LIFETIME = Duration.ofHours(24);

    @Mixin
    Common common = new Common();

    @Option(names = "--minutes", paramLabel = "N", description = "with faults (default: ${DEFAULT-VALUE})")
    double minutes = 10;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "the same faults in the same order; default: any, printed")
    @Nullable
    Long seed;

    @Option(names = "--rate", paramLabel = "N", description = "runs started a second (default: ${DEFAULT-VALUE})")
    double rate = 5;

    @Option(names = "--keep", description = "leave the data directory for a look at it")
    boolean keep;

    /** @return 1 where something was lost, doubled or stuck */
    @Override
    public Integer call() throws InterruptedException {
        var chosen = seed == null ? ThreadLocalRandom.current().nextLong(1, 1_000_000) : seed;
        if (minutes <= 0 || minutes > 24 * 60 || rate <= 0 || rate > 100) {
            throw new CliFailure("--minutes must be above 0 and at most 1440, --rate above 0 and at most 100");
        }
        var options =
                new ChaosOptions(Duration.ofMillis((long) (minutes * 60_000)), chosen, rate, Duration.ofSeconds(60));
        var data = dataDir();
        data.wipe();
        var launcher = new Launcher(common.installation(), data, common.terminal()::note);
        var result = run(launcher, data, options);
        common.terminal().print(new Gson().toJson(result));
        if (result.ok() && !keep) {
            data.wipe();
        }
        return result.ok() ? 0 : 1;
    }

    private ChaosResult run(Launcher launcher, DataDir data, ChaosOptions options) throws InterruptedException {
        var terminal = common.terminal();
        try (var _ = new Foreground(launcher)) {
            launcher.up(new UpOptions(EnumSet.allOf(Part.class), 0, "PT0.01S"));
            return new Chaos(launcher, orchestrator -> session(launcher, data, orchestrator), options, terminal::note)
                    .run(common.installation().samples().resolve("library"));
        }
    }

    /** Never the data of a system that somebody uses. */
    private DataDir dataDir() {
        var root = common.data == null ? common.installation().home().resolve(".outrider/chaos") : chaosIn(common.data);
        return new DataDir(root);
    }

    private static Path chaosIn(Path data) {
        return data.resolve("chaos");
    }

    private static Session session(Launcher launcher, DataDir data, PartState orchestrator) {
        var tokens = data.keys().tokens();
        return new Session(
                part -> address(part == Part.ORCHESTRATOR ? orchestrator : state(launcher, part)),
                role -> tokens.mint(role + "@localhost", "default", List.of(role), LIFETIME));
    }

    private static PartState state(Launcher launcher, Part part) {
        return launcher.state().orElseThrow().part(part);
    }

    private static Address address(PartState part) {
        return new Address("127.0.0.1", part.grpcPort(), false);
    }
}
