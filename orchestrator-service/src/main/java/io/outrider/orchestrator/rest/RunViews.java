package io.outrider.orchestrator.rest;

import com.google.protobuf.ProtocolMessageEnum;
import com.google.protobuf.Timestamp;
import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunAction;
import io.outrider.orchestrator.v1.TimelineEntry;
import java.util.Locale;

/** Runs as REST shows them. */
final class RunViews {

    private static final double MICROS = 1_000_000.0;

    private RunViews() {}

    static RunView of(Run run) {
        var person = run.getPerson();
        var cost = run.getCost();
        return new RunView(
                run.getId(),
                word(run.getState()),
                word(run.getStep()),
                run.getReason(),
                run.getAccount().getDomain(),
                run.getAccount().getName(),
                person.getFirstName(),
                person.getLastName(),
                person.getTitle(),
                person.getEmail(),
                run.getPlaybookId(),
                word(run.getLevel()),
                run.getScore(),
                word(run.getTier()),
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
                word(action.getState()),
                action.getReason(),
                action.getItemId(),
                action.getGrantId(),
                action.getExternalId());
    }

    private static RunView.EventView event(TimelineEntry entry) {
        return new RunView.EventView(time(entry.getTime()), word(entry.getStep()), entry.getEvent(), entry.getDetail());
    }

    /** The value's name without its enum's; empty for the unspecified one. */
    static String word(ProtocolMessageEnum value) {
        if (value.getNumber() == 0) {
            return "";
        }
        var type = value.getDescriptorForType().getName();
        var prefix = type.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT) + "_";
        return value.getValueDescriptor().getName().substring(prefix.length());
    }

    private static String time(Timestamp timestamp) {
        return Timestamps.toInstant(timestamp).toString();
    }
}
