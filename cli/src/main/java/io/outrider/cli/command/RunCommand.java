package io.outrider.cli.command;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.outrider.cli.accounts.AccountsFile;
import io.outrider.cli.output.Enums;
import io.outrider.cli.output.Json;
import io.outrider.cli.run.BatchRun;
import io.outrider.cli.run.RunTable;
import io.outrider.orchestrator.v1.Estimate;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunOptions;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.type.v1.Depth;
import io.outrider.type.v1.Level;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "run", description = "Runs the accounts of a CSV file to their end or their gate.")
final class RunCommand implements Callable<Integer> {

    private static final Set<RunState> BAD = Set.of(RunState.RUN_STATE_FAILED, RunState.RUN_STATE_NEEDS_ATTENTION);

    @Mixin
    Common common = new Common();

    @Parameters(paramLabel = "FILE.csv", description = "the first line names the columns; `domain` must be among them")
    Path file = Path.of("");

    @Option(names = "--level", description = "rules, assisted, guided or autonomous (default: the playbook's)")
    String level = "";

    @Option(names = "--depth", description = "lite, base, core or pro (default: the playbook's)")
    String depth = "";

    @Option(names = "--playbook", paramLabel = "ID", description = "default: the one that fits best")
    String playbook = "";

    @Option(names = "--shadow", description = "work everything out, propose and do nothing")
    boolean shadow;

    @Option(names = "--estimate", description = "say what it would cost, and start nothing")
    boolean estimate;

    /** @return 1 where a line was refused or a run failed */
    @Override
    public Integer call() {
        var accounts = AccountsFile.read(file);
        var options = options();
        try (var session = common.session()) {
            if (estimate) {
                return estimated(new BatchRun(session, common.terminal()).estimate(accounts, options));
            }
            var outcome = new BatchRun(session, common.terminal()).run(accounts, options);
            print(outcome);
            var failed = outcome.runs().stream().map(Run::getState).anyMatch(BAD::contains);
            return failed || !outcome.refused().isEmpty() ? 1 : 0;
        }
    }

    private int estimated(Estimate estimate) {
        var terminal = common.terminal();
        if (common.json) {
            terminal.print(Json.of(estimate));
            return 0;
        }
        terminal.print("%d runs: %s to %s, at most %,d model calls and %,d tokens, about %d s"
                .formatted(
                        estimate.getRuns(),
                        Money.of(estimate.getMicroUsdLow()),
                        Money.of(estimate.getMicroUsdHigh()),
                        estimate.getModelCalls(),
                        estimate.getPromptTokens() + estimate.getCompletionTokens(),
                        estimate.getDuration().getSeconds()));
        terminal.note(estimate.getBasis());
        return 0;
    }

    private RunOptions options() {
        var options = RunOptions.newBuilder().setPlaybookId(playbook).setShadow(shadow);
        if (!level.isEmpty()) {
            options.setLevel(Enums.parse(Level.class, level));
        }
        if (!depth.isEmpty()) {
            options.setDepth(Enums.parse(Depth.class, depth));
        }
        return options.build();
    }

    private void print(BatchRun.Outcome outcome) {
        var terminal = common.terminal();
        if (common.json) {
            var document = new JsonObject();
            document.addProperty("batchId", outcome.batchId());
            document.add("runs", Json.array(outcome.runs()));
            document.add("refused", new GsonBuilder().create().toJsonTree(outcome.refused()));
            terminal.print(Json.of(document));
            return;
        }
        if (!outcome.runs().isEmpty()) {
            RunTable.of(outcome.runs()).printTo(terminal);
        }
        outcome.refused()
                .forEach(line -> terminal.note(terminal.bad(file.getFileName() + ":" + line.line() + ": ")
                        + line.reason() + " (" + line.code() + ")"));
        terminal.note(outcome.runs().size() + " run, " + outcome.refused().size() + " refused");
    }
}
