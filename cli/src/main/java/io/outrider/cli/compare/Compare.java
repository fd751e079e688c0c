package io.outrider.cli.compare;

import io.outrider.cli.accounts.AccountsFile;
import io.outrider.cli.accounts.RefusedLine;
import io.outrider.cli.output.CliFailure;
import io.outrider.cli.output.Enums;
import io.outrider.orchestrator.v1.RunOptions;
import io.outrider.orchestrator.v1.StartRunRequest;
import io.outrider.type.v1.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Compares levels on a file of accounts, and a past run with what it would come to now. */
public final class Compare {

    private final ShadowRuns shadows;

    public Compare(ShadowRuns shadows) {
        this.shadows = shadows;
    }

    /** @param refused lines of the file that could not be worked out */
    public record Outcome(Report report, List<RefusedLine> refused) {}

    /** One level after the other, so that the second reads the very pages that the first read. */
    public Outcome levels(AccountsFile file, RunOptions options, Level a, Level b) {
        if (a == b) {
            throw new CliFailure("The two levels are the same");
        }
        var first = shadows.of(file, options.toBuilder().setLevel(a).build());
        var second = shadows.of(file, options.toBuilder().setLevel(b).build());
        var comparisons = new ArrayList<Comparison>();
        first.byDomain().forEach((domain, worked) -> {
            var other = second.byDomain().get(domain);
            if (other != null) {
                comparisons.add(Comparison.of(worked, Enums.shown(a), other, Enums.shown(b)));
            }
        });
        return new Outcome(
                new Report(
                        Enums.shown(a),
                        Enums.shown(b),
                        comparisons,
                        "Each level researched for itself, the second from the pages that the first had read"),
                first.refused());
    }

    /**
     * @param level unspecified for the past run's
     * @param libraryRevision 0 for the newest
     * @param researchAgain whether the web is read again; else only the level and the library differ
     */
    public Report replay(String runId, Level level, long libraryRevision, boolean researchAgain) {
        var past = shadows.read(runId);
        if (!past.run().hasEndTime() && past.run().getScore() == 0) {
            throw new CliFailure("The run " + runId + " has not been qualified yet: there is nothing to compare with");
        }
        var brief = researchAgain ? "" : past.run().getBriefId();
        var now = shadows.one(again(past, level, libraryRevision, brief));
        var names = List.of(name("then", past), name("now", now));
        return new Report(
                names.getFirst(),
                names.getLast(),
                List.of(Comparison.of(past, names.getFirst(), now, names.getLast())),
                brief.isEmpty()
                        ? "The web was read again: pages may have changed since"
                        : "Both worked from brief " + brief + ": the web was not read again");
    }

    private static StartRunRequest again(Worked past, Level level, long libraryRevision, String brief) {
        var run = past.run();
        var request = StartRunRequest.newBuilder()
                .setRequestId("replay-" + UUID.randomUUID())
                .setAccount(run.getAccount())
                .setOptions(RunOptions.newBuilder()
                        .setPlaybookId(run.getPlaybookId())
                        .setLevel(level == Level.LEVEL_UNSPECIFIED ? run.getLevel() : level)
                        .setDepth(run.getDepth())
                        .setLibraryRevision(libraryRevision)
                        .setShadow(true)
                        .setBriefId(brief));
        if (run.hasPerson()) {
            request.setPerson(run.getPerson());
        }
        return request.build();
    }

    private static String name(String when, Worked worked) {
        return when + " (" + Enums.shown(worked.run().getLevel()) + ", library "
                + worked.run().getLibraryRevision() + ")";
    }
}
