package io.outrider.cli.command;

import io.outrider.cli.accounts.AccountsFile;
import io.outrider.cli.compare.Compare;
import io.outrider.cli.compare.ShadowRuns;
import io.outrider.cli.output.CliFailure;
import io.outrider.cli.output.Enums;
import io.outrider.orchestrator.v1.RunOptions;
import io.outrider.type.v1.Depth;
import io.outrider.type.v1.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "compare",
        description =
                "Works the accounts of a CSV file out at two levels, without effects, and shows where they differ.")
final class CompareCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    @Parameters(paramLabel = "FILE.csv", description = "as for run")
    Path file = Path.of("");

    @Option(
            names = "--levels",
            split = ",",
            paramLabel = "A,B",
            defaultValue = "rules,assisted",
            description = "two of rules, assisted, guided, autonomous (default: ${DEFAULT-VALUE})")
    List<String> levels = List.of();

    @Option(names = "--depth", description = "lite, base, core or pro (default: the playbook's)")
    String depth = "";

    @Option(names = "--playbook", paramLabel = "ID", description = "default: the one that fits best")
    String playbook = "";

    @Option(names = "--library-revision", paramLabel = "N", description = "default: the newest")
    long libraryRevision;

    /** @return 1 where a line was refused */
    @Override
    public Integer call() {
        if (levels.size() != 2) {
            throw new CliFailure("--levels wants two levels with a comma between, for example rules,assisted");
        }
        var a = Enums.parse(Level.class, levels.getFirst());
        var b = Enums.parse(Level.class, levels.getLast());
        var accounts = AccountsFile.read(file);
        var options = options();
        try (var session = common.session()) {
            var terminal = common.terminal();
            var outcome = new Compare(new ShadowRuns(session, terminal)).levels(accounts, options, a, b);
            outcome.report().print(terminal, common.json);
            outcome.refused()
                    .forEach(line -> terminal.note(terminal.bad(file.getFileName() + ":" + line.line() + ": ")
                            + line.reason() + " (" + line.code() + ")"));
            return outcome.refused().isEmpty() ? 0 : 1;
        }
    }

    private RunOptions options() {
        var options = RunOptions.newBuilder().setPlaybookId(playbook).setLibraryRevision(libraryRevision);
        if (!depth.isEmpty()) {
            options.setDepth(Enums.parse(Depth.class, depth));
        }
        return options.build();
    }
}
