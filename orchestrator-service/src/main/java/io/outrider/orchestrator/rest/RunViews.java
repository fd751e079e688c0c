package io.outrider.orchestrator.rest;

import com.google.protobuf.Timestamp;
import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunAction;
import io.outrider.orchestrator.v1.TimelineEntry;

/** Runs as REST shows them. */
final class RunViews {

    private static final double MICROS = 1_000_000.0;

    private RunViews() {}

    static RunView of(Run run) {
        var person = run.getPerson();
        var cost = run.getCost();
        return new RunView(
                run.getId(),
                Words.of(run.getState()),
                Words.of(run.getStep()),
                run.getReason(),
                run.getAccount().getDomain(),
                run.getAccount().getName(),
                person.getFirstName(),
                person.getLastName(),
                person.getTitle(),
                person.getEmail(),
                run.getPlaybookId(),
                Words.of(run.getLevel()),
                run.getScore(),
                Words.of(run.getTier()),
                run.getConfidence(),
                run.getPartial(),
                run.getDegraded(),
                cost.getMicroUsd() / MICROS,
                cost.getPromptTokens(),
                cost.getCompletionTokens(),
                cost.getModelCalls(),
                run.getBriefId(),
                run.getVerdictId(),
                run.getSequenceId(),
                run.getBatchId(),
                run.getLibraryRevision(),
                time(run.getCreateTime()),
                time(run.getUpdateTime()),
                run.hasEndTime() ? time(run.getEndTime()) : null,
                run.getActionsList().stream().map(RunViews::action).toList(),
                run.getTimelineList().stream().map(RunViews::event).toList());
    }

    private static RunView.ActionView action(RunAction action) {
        return new RunView.ActionView(
                action.getActionType(),
                Words.of(action.getState()),
                action.getReason(),
                action.getItemId(),
                action.getGrantId(),
                action.getExternalId());
    }

    private static RunView.EventView event(TimelineEntry entry) {
        return new RunView.EventView(
                time(entry.getTime()), Words.of(entry.getStep()), entry.getEvent(), entry.getDetail());
    }

    private static String time(Timestamp timestamp) {
        return Timestamps.toInstant(timestamp).toString();
    }
}
