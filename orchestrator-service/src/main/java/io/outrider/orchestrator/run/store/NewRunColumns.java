package io.outrider.orchestrator.run.store;

import io.outrider.orchestrator.run.NewRun;
import io.outrider.orchestrator.v1.Run;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of a new run, for whatever carries one. */
final class NewRunColumns {

    private NewRunColumns() {}

    static <T> Unnest<T> of(int firstParameter, Function<T, NewRun> part) {
        Function<T, Run> run = row -> part.apply(row).run();
        return new Unnest<T>(firstParameter)
                .text("ws", row -> part.apply(row).workspace())
                .text("id", row -> run.apply(row).getId())
                .text("batch_id", row -> emptyToNull(run.apply(row).getBatchId()))
                .int4("batch_index", row -> part.apply(row).batchIndex())
                .text("domain", row -> run.apply(row).getAccount().getDomain())
                .bytes("account", row -> run.apply(row).getAccount().toByteArray())
                .bytes("person", row -> person(run.apply(row)))
                .text("playbook_key", row -> part.apply(row).requestedPlaybook())
                .text("playbook_id", row -> run.apply(row).getPlaybookId())
                .int8("library_revision", row -> run.apply(row).getLibraryRevision())
                .int4("level", row -> run.apply(row).getLevelValue())
                .int4("depth", row -> run.apply(row).getDepthValue())
                .bool("shadow", row -> run.apply(row).getShadow())
                .bool("level_open", row -> part.apply(row).levelOpen())
                .text("created_by", row -> run.apply(row).getCreatedBy())
                .bytes("entries", row -> timeline(run.apply(row)))
                .int4("priority", row -> part.apply(row).place().priority())
                .time("due", row -> part.apply(row).place().due())
                .text("hold", row -> part.apply(row).hold().word())
                .text("firing_id", row -> run.apply(row).getFiringId())
                .int8("budget_micro_usd", row -> part.apply(row).limit().microUsd())
                .int8("budget_tokens", row -> part.apply(row).limit().tokens())
                .text("brief_id", row -> run.apply(row).getBriefId());
    }

    private static byte @Nullable [] person(Run run) {
        return run.hasPerson() ? run.getPerson().toByteArray() : null;
    }

    private static byte[] timeline(Run run) {
        return Run.newBuilder().addAllTimeline(run.getTimelineList()).build().toByteArray();
    }

    private static @Nullable String emptyToNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
