package io.outrider.cli.command;

import io.outrider.cli.compare.Compare;
import io.outrider.cli.compare.ShadowRuns;
import io.outrider.cli.output.Enums;
import io.outrider.type.v1.Level;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "replay",
        description = "Works a past run's account out again, without effects, and shows both side by side.")
final class ReplayCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    @Parameters(paramLabel = "RUN")
    String runId = "";

    @Option(names = "--level", description = "rules, assisted, guided or autonomous (default: the past run's)")
    String level = "";

    @Option(names = "--library-revision", paramLabel = "N", description = "default: the newest")
    long libraryRevision;

    @Option(
            names = "--research-again",
            description = "read the web again instead of working from what the past run had found out")
    boolean researchAgain;

    @Override
    public Integer call() {
        var wanted = level.isEmpty() ? Level.LEVEL_UNSPECIFIED : Enums.parse(Level.class, level);
        try (var session = common.session()) {
            new Compare(new ShadowRuns(session, common.terminal()))
                    .replay(runId, wanted, libraryRevision, researchAgain)
                    .print(common.terminal(), common.json);
        }
        return 0;
    }
}
