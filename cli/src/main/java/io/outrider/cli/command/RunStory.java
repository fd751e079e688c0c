package io.outrider.cli.command;

import com.google.protobuf.Timestamp;
import io.outrider.cli.output.Enums;
import io.outrider.cli.output.Table;
import io.outrider.cli.output.Terminal;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunAction;
import io.outrider.orchestrator.v1.TimelineEntry;
import io.outrider.type.v1.Cost;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One run, told in order. Times are UTC. */
record RunStory(Run run) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    void printTo(Terminal terminal) {
        terminal.print(run.getId() + "  " + run.getAccount().getDomain() + person());
        terminal.print("state " + Enums.shown(run.getState()) + " at " + Enums.shown(run.getStep())
                + (run.getReason().isEmpty() ? "" : ": " + run.getReason()));
        terminal.print("tier " + Enums.shown(run.getTier()) + ", score " + run.getScore()
                + String.format(Locale.ROOT, ", confidence %.2f", run.getConfidence())
                + (run.getPartial() ? ", partial" : "") + (run.getDegraded() ? ", degraded" : ""));
        terminal.print("playbook " + named(run.getPlaybookId()) + ", library revision " + run.getLibraryRevision()
                + ", level " + Enums.shown(run.getLevel()) + ", depth " + Enums.shown(run.getDepth()));
        terminal.print("brief " + named(run.getBriefId()) + ", verdict " + named(run.getVerdictId()) + ", sequence "
                + named(run.getSequenceId()));
        terminal.print("cost " + cost(run.getCost()));
        timeline(terminal);
        actions(terminal);
    }

    private void timeline(Terminal terminal) {
        terminal.heading("Timeline");
        var table = new Table("TIME", "STEP", "EVENT", "COST", "DETAIL");
        for (var entry : run.getTimelineList()) {
            table.row(
                    time(entry.getTime()),
                    Enums.shown(entry.getStep()),
                    event(entry),
                    entry.hasCost() ? cost(entry.getCost()) : "-",
                    entry.getDetail());
        }
        table.printTo(terminal);
    }

    private void actions(Terminal terminal) {
        if (run.getActionsCount() == 0) {
            return;
        }
        terminal.heading("Actions");
        var table = new Table("ACTION", "STATE", "ITEM", "GRANT", "EFFECT", "PAYLOAD SHA-256", "REASON");
        for (var action : run.getActionsList()) {
            table.row(
                    action.getActionType(),
                    Enums.shown(action.getState()),
                    named(action.getItemId()),
                    named(action.getGrantId()),
                    named(action.getExternalId()),
                    hash(action),
                    action.getReason());
        }
        table.printTo(terminal);
    }

    private String person() {
        var person = run.getPerson();
        var name = (person.getFirstName() + " " + person.getLastName()).strip();
        return name.isEmpty() ? "" : "  " + name + (person.getTitle().isEmpty() ? "" : ", " + person.getTitle());
    }

    private static String event(TimelineEntry entry) {
        return entry.getEvent() + (entry.getAttempt() > 1 ? " (attempt " + entry.getAttempt() + ")" : "");
    }

    private static String cost(Cost cost) {
        return String.format(
                Locale.ROOT,
                "$%.4f, %d+%d tokens, %d model calls, %d pages",
                cost.getMicroUsd() / 1e6,
                cost.getPromptTokens(),
                cost.getCompletionTokens(),
                cost.getModelCalls(),
                cost.getPagesFetched());
    }

    private static String hash(RunAction action) {
        var hash = action.getPayloadSha256();
        return hash.length() > 12 ? hash.substring(0, 12) + "…" : named(hash);
    }

    private static String named(String id) {
        return id.isEmpty() ? "-" : id;
    }

    private static String time(Timestamp time) {
        return TIME.format(Instant.ofEpochSecond(time.getSeconds(), time.getNanos()));
    }
}
