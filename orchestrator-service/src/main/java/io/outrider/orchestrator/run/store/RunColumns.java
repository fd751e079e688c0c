package io.outrider.orchestrator.run.store;

import com.google.protobuf.InvalidProtocolBufferException;
import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.run.Hold;
import io.outrider.orchestrator.run.RunRow;
import io.outrider.orchestrator.run.SpendLimit;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.orchestrator.v1.RunStep;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Cost;
import io.outrider.type.v1.Depth;
import io.outrider.type.v1.Level;
import io.outrider.type.v1.Person;
import io.outrider.type.v1.Tier;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From a row of the run table to what callers see. */
final class RunColumns {

    private RunColumns() {}

    static RunRow read(Row row) {
        var cancelReason = row.getString("cancel_reason");
        return new RunRow(
                row.getString("workspace_id"),
                run(row),
                row.getInteger("leg"),
                row.getString("playbook_key"),
                row.getBoolean("level_open"),
                row.getBoolean("disqualified"),
                Set.copyOf(split(row.getString("skipped"), ",")),
                split(row.getString("missing"), "\n"),
                instant(row, "outage_since"),
                cancelReason,
                Hold.of(row.getString("hold")),
                new SpendLimit(row.getLong("budget_micro_usd"), row.getLong("budget_tokens")));
    }

    static Run run(Row row) {
        try {
            var run = Run.newBuilder()
                    .setId(row.getString("id"))
                    .setAccount(Account.parseFrom(bytes(row, "account")))
                    .setState(RunState.valueOf("RUN_STATE_" + row.getString("state")))
                    .setStep(RunStep.valueOf("RUN_STEP_" + row.getString("step")))
                    .setVersion(row.getLong("version"))
                    .setPlaybookId(row.getString("playbook_id"))
                    .setLibraryRevision(row.getLong("library_revision"))
                    .setLevel(Level.forNumber(row.getInteger("level")))
                    .setDepth(Depth.forNumber(row.getInteger("depth")))
                    .setShadow(row.getBoolean("shadow"))
                    .setBriefId(row.getString("brief_id"))
                    .setVerdictId(row.getString("verdict_id"))
                    .setSequenceId(row.getString("sequence_id"))
                    .setScore(row.getInteger("score"))
                    .setTier(Tier.forNumber(row.getInteger("tier")))
                    .setConfidence(row.getDouble("confidence"))
                    .setCost(cost(row))
                    .setReason(row.getString("reason"))
                    .setPartial(row.getBoolean("partial"))
                    .setDegraded(row.getBoolean("degraded"))
                    .setCreatedBy(row.getString("created_by"))
                    .setFiringId(row.getString("firing_id"));
            if (row.getBuffer("person") != null) {
                run.setPerson(Person.parseFrom(bytes(row, "person")));
            }
            if (row.getString("batch_id") != null) {
                run.setBatchId(row.getString("batch_id"));
            }
            Failures.read(row, run);
            times(row, run);
            return run.build();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("Run " + row.getString("id") + " holds bytes that are no message", e);
        }
    }

    /** Enum columns hold the wire's name without its prefix, which is our own enums' name. */
    static String bare(RunState state) {
        return state.name().substring("RUN_STATE_".length());
    }

    static String bare(RunStep step) {
        return step.name().substring("RUN_STEP_".length());
    }

    static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    static byte[] bytes(Row row, String column) {
        var buffer = row.getBuffer(column);
        return buffer == null ? new byte[0] : buffer.getBytes();
    }

    private static void times(Row row, Run.Builder run) {
        run.setCreateTime(Timestamps.toWire(row.getOffsetDateTime("create_time").toInstant()));
        run.setUpdateTime(Timestamps.toWire(row.getOffsetDateTime("update_time").toInstant()));
        var end = instant(row, "end_time");
        if (end != null) {
            run.setEndTime(Timestamps.toWire(end));
        }
    }

    private static Cost cost(Row row) {
        return Cost.newBuilder()
                .setMicroUsd(row.getLong("micro_usd"))
                .setPromptTokens(row.getLong("prompt_tokens"))
                .setCompletionTokens(row.getLong("completion_tokens"))
                .setModelCalls(row.getInteger("model_calls"))
                .setPagesFetched(row.getInteger("pages_fetched"))
                .build();
    }

    private static List<String> split(String joined, String by) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(by));
    }
}
