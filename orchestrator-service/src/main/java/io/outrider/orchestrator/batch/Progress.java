package io.outrider.orchestrator.batch;

import com.google.protobuf.InvalidProtocolBufferException;
import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.v1.Batch;
import io.outrider.orchestrator.v1.BatchState;
import io.outrider.orchestrator.v1.StartBatchResponse;
import io.outrider.type.v1.Cost;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Adds up the runs of a batch, which come counted by state. */
final class Progress {

    private static final Set<String> FOR_A_PERSON = Set.of("WAITING", "NEEDS_ATTENTION");

    private Progress() {}

    /** @param counts one row per state of its runs */
    static Batch of(Row batch, List<Row> counts) {
        var wire = Batch.newBuilder()
                .setId(batch.getString("id"))
                .setRefused(refused(batch))
                .setCreateTime(
                        Timestamps.toWire(batch.getOffsetDateTime("create_time").toInstant()))
                .setCreatedBy(batch.getString("created_by"))
                .setReason(batch.getString("reason"));
        var cost = Cost.newBuilder();
        var latest = batch.getOffsetDateTime("create_time").toInstant();
        int ended = 0;
        for (var row : counts) {
            int runs = row.getInteger("runs");
            wire.putRunsByState(row.getString("state"), runs).setTotal(wire.getTotal() + runs);
            ended += row.getInteger("ended");
            wire.setSettled(wire.getSettled()
                    + (FOR_A_PERSON.contains(row.getString("state")) ? runs : row.getInteger("ended")));
            add(cost, row);
            latest = later(latest, row.getOffsetDateTime("latest").toInstant());
        }
        return wire.setCost(cost)
                .setUpdateTime(Timestamps.toWire(latest))
                .setState(state(batch.getString("state"), ended == wire.getTotal()))
                .build();
    }

    private static BatchState state(String wanted, boolean ended) {
        return ended && !wanted.equals("CANCELLED")
                ? BatchState.BATCH_STATE_ENDED
                : BatchState.valueOf("BATCH_STATE_" + wanted);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static void add(Cost.Builder cost, Row row) {
        cost.setMicroUsd(cost.getMicroUsd() + row.getLong("micro_usd"))
                .setPromptTokens(cost.getPromptTokens() + row.getLong("prompt_tokens"))
                .setCompletionTokens(cost.getCompletionTokens() + row.getLong("completion_tokens"))
                .setModelCalls(cost.getModelCalls() + row.getLong("model_calls").intValue())
                .setPagesFetched(
                        cost.getPagesFetched() + row.getLong("pages_fetched").intValue());
    }

    private static int refused(Row batch) {
        try {
            return StartBatchResponse.parseFrom(batch.getBuffer("refused").getBytes())
                    .getRefusedCount();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A batch holds bytes that are no message", e);
        }
    }
}
