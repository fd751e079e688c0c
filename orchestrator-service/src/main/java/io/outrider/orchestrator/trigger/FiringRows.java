package io.outrider.orchestrator.trigger;

import com.google.protobuf.InvalidProtocolBufferException;
import io.outrider.orchestrator.run.store.Unnest;
import io.outrider.orchestrator.trigger.Ruling.Outcome;
import io.outrider.orchestrator.v1.Firing;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Map;

/** Between a firing and its row. */
final class FiringRows {

    private FiringRows() {}

    static Tuple write(Fired firing) {
        var inputs = Firing.newBuilder().putAllInputs(firing.inputs()).build();
        return Tuple.tuple()
                .addString(firing.workspace())
                .addString(firing.id())
                .addString(firing.triggerId())
                .addLong(firing.libraryRevision())
                .addString(firing.domain())
                .addString(firing.outcome().name())
                .addString(firing.runId())
                .addString(firing.rule())
                .addBuffer(Buffer.buffer(inputs.toByteArray()))
                .addString(firing.explanation())
                .addValue(Unnest.utc(firing.time()));
    }

    static Fired read(Row row) {
        return new Fired(
                row.getString("workspace_id"),
                row.getString("id"),
                row.getString("trigger_id"),
                row.getLong("library_revision"),
                row.getString("domain"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("run_id"),
                row.getString("rule"),
                inputs(row),
                row.getString("explanation"),
                row.getOffsetDateTime("fire_time").toInstant());
    }

    private static Map<String, String> inputs(Row row) {
        try {
            return Firing.parseFrom(row.getBuffer("inputs").getBytes()).getInputsMap();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A firing holds bytes that are no message", e);
        }
    }
}
