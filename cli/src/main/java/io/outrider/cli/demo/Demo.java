package io.outrider.cli.demo;

import io.outrider.cli.accounts.AccountsFile;
import io.outrider.cli.client.LibraryFiles;
import io.outrider.cli.client.ReviewQueue;
import io.outrider.cli.client.Session;
import io.outrider.cli.launch.Part;
import io.outrider.cli.launch.SystemState;
import io.outrider.cli.output.Table;
import io.outrider.cli.output.Terminal;
import io.outrider.cli.run.BatchRun;
import io.outrider.cli.run.RunTable;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The whole road on sample accounts: library, runs, review, effects, and whether the effects are what was granted. */
public final class Demo {

    private static final Duration SETTLING = Duration.ofSeconds(90);

    private final Session session;
    private final Terminal terminal;
    private final Path samples;

    public Demo(Session session, Terminal terminal, Path samples) {
        this.session = session;
        this.terminal = terminal;
        this.samples = samples;
    }

    /** @return whether the effects equal the grants, and anything was done at all */
    public boolean run(SystemState state) {
        var library = session.library("author").apply(LibraryFiles.request(List.of(samples.resolve("library")), false));
        terminal.note("library revision " + library.getRevision().getNumber() + ": "
                + new TreeMap<>(library.getRevision().getCountsMap()));
        var ids = runAccounts();
        terminal.heading("Review");
        var reviewer = new DemoReviewer(new ReviewQueue(session));
        reviewer.work(terminal);
        terminal.note("decisions: " + new TreeMap<>(reviewer.counts()));
        var runs = new Settled(session).await(ids, reviewer.decided(), SETTLING);
        terminal.heading("Accounts, at the end");
        RunTable.of(runs).printTo(terminal);
        return effectsEqualGrants(runs, new SandboxDoor(state.part(Part.SANDBOX).httpPort()).effects());
    }

    private List<String> runAccounts() {
        terminal.heading("Accounts, up to the gate");
        var start = System.nanoTime();
        var outcome = new BatchRun(session, terminal)
                .run(AccountsFile.read(samples.resolve("accounts.csv")), RunOptions.getDefaultInstance());
        var seconds = (System.nanoTime() - start) / 1e9;
        var ids = outcome.runs().stream().map(Run::getId).toList();
        RunTable.of(new Settled(session).await(ids, Set.of(), SETTLING)).printTo(terminal);
        outcome.refused().forEach(line -> terminal.note("line " + line.line() + ": " + line.reason()));
        terminal.note(String.format(
                Locale.ROOT,
                "%d accounts in %.1f s, %.1f accounts/s",
                outcome.runs().size(),
                seconds,
                outcome.runs().size() / seconds));
        return ids;
    }

    private boolean effectsEqualGrants(List<Run> runs, List<Received> received) {
        terminal.heading("What arrived outside");
        var table = new Table("WHERE", "CALL", "RECIPIENT", "KEY");
        received.forEach(
                call -> table.row(call.kind(), call.method() + " " + call.path(), call.recipient(), call.key()));
        table.printTo(terminal);
        terminal.note(
                received.stream().collect(Collectors.groupingBy(Received::kind, TreeMap::new, Collectors.counting()))
                        + " effects by kind");
        var check = EffectCheck.of(runs, new Grants(new ReviewQueue(session)).of(runs), received);
        check.problems().forEach(problem -> terminal.print(terminal.bad("not equal: ") + problem));
        var right = check.equal() && check.actions() > 0;
        terminal.print((right ? terminal.good("equal") : terminal.bad("NOT equal")) + ": " + check.actions()
                + " granted actions carried out, " + check.effects() + " effects received");
        return right;
    }
}
