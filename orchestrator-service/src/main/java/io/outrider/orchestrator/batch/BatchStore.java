package io.outrider.orchestrator.batch;

import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.run.Hold;
import io.outrider.orchestrator.run.RunChanges;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.queue.FairShare;
import io.outrider.orchestrator.run.store.Releases;
import io.outrider.orchestrator.run.store.Sql;
import io.outrider.orchestrator.run.store.Unnest;
import io.outrider.orchestrator.v1.Batch;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.TimelineEntry;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Batches in PostgreSQL. Locks the batch first, then its runs in the order of their ids. */
@ApplicationScoped
class BatchStore {

    private static final String LIST =
            "select * from batch where workspace_id = $1 and ($2::text = '' or id < $2)" + " order by id desc limit $3";
    private static final String ONE = "select * from batch where workspace_id = $1 and id = $2";
    private static final String COUNTS = """
            select batch_id, state, count(*)::int as runs, count(end_time)::int as ended, max(update_time) as latest,
                   sum(micro_usd)::int8 as micro_usd, sum(prompt_tokens)::int8 as prompt_tokens,
                   sum(completion_tokens)::int8 as completion_tokens, sum(model_calls)::int8 as model_calls,
                   sum(pages_fetched)::int8 as pages_fetched
              from run where workspace_id = $1 and batch_id = any($2)
             group by batch_id, state order by batch_id, state""";
    private static final String WANT =
            "update batch set state = $3, reason = $4 where workspace_id = $1 and id = $2 and state <> 'CANCELLED'";
    private static final String PAUSE = Sql.read("pause_batch");
    private static final String CANCEL = Sql.read("cancel_batch");
    private static final String LIFT = """
            with lifted as (
                update run set hold = null
                 where workspace_id = $1 and batch_id = $2 and hold = $3 and end_time is null
                returning id, batch_index)
            select id from lifted order by batch_index""";

    private final Pool pool;
    private final Clock clock;
    private final FairShare shares;
    private final RunChanges changes;

    BatchStore(Pool pool, Clock clock, FairShare shares, RunChanges changes) {
        this.pool = pool;
        this.clock = clock;
        this.shares = shares;
        this.changes = changes;
    }

    Future<Optional<Batch>> get(String workspace, String id) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(workspace, id))
                .compose(rows -> withCounts(workspace, rows))
                .map(batches -> batches.stream().findFirst());
    }

    /** Newest first. @param before id of the last batch of the page before; empty for the first page */
    Future<List<Batch>> list(String workspace, String before, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(workspace, before, limit))
                .compose(rows -> withCounts(workspace, rows));
    }

    /** @return how many runs are to stop */
    Future<Integer> pause(String workspace, String id, String reason) {
        return counted(
                workspace,
                id,
                "PAUSED",
                reason,
                connection -> connection
                        .preparedQuery(PAUSE)
                        .execute(Tuple.of(
                                workspace,
                                id,
                                Unnest.utc(clock.instant()),
                                Hold.BATCH.reason(),
                                entries("held", Hold.BATCH.reason())))
                        .map(rows -> keys(workspace, rows)));
    }

    /** @return how many runs go on */
    Future<Integer> resume(String workspace, String id) {
        return counted(
                workspace,
                id,
                "RUNNING",
                "",
                connection -> connection
                        .preparedQuery(LIFT)
                        .execute(Tuple.of(workspace, id, Hold.BATCH.word()))
                        .map(rows -> keys(workspace, rows))
                        .compose(runs -> Releases.release(
                                        connection,
                                        Releases.from(shares.batch(workspace, runs.size()), runs),
                                        clock.instant())
                                .map(moving -> runs)));
    }

    /** @return how many runs end because of it */
    Future<Integer> cancel(String workspace, String id, String reason) {
        return changing(
                        workspace,
                        id,
                        "CANCELLED",
                        reason,
                        connection -> connection
                                .preparedQuery(CANCEL)
                                .execute(Tuple.of(
                                        workspace,
                                        id,
                                        reason,
                                        Unnest.utc(clock.instant()),
                                        entries("cancelled", reason)))
                                .map(rows -> keys(workspace, rows)))
                .map(runs -> {
                    runs.forEach(changes::cancelled);
                    return runs.size();
                });
    }

    private Future<Integer> counted(String workspace, String id, String state, String reason, Change change) {
        return changing(workspace, id, state, reason, change).map(List::size);
    }

    private Future<List<RunKey>> changing(String workspace, String id, String state, String reason, Change change) {
        return pool.withTransaction(connection -> connection
                        .preparedQuery(WANT)
                        .execute(Tuple.of(workspace, id, state, reason))
                        .compose(rows -> rows.rowCount() == 0
                                ? Future.succeededFuture(List.<RunKey>of())
                                : change.of(connection)))
                .map(runs -> {
                    runs.forEach(changes::changed);
                    return runs;
                });
    }

    private Future<List<Batch>> withCounts(String workspace, RowSet<Row> batches) {
        List<String> ids = new ArrayList<>();
        batches.forEach(row -> ids.add(row.getString("id")));
        if (ids.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        return pool.preparedQuery(COUNTS)
                .execute(Tuple.of(workspace, (Object) ids.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, List<Row>> counts = new HashMap<>();
                    rows.forEach(row -> counts.computeIfAbsent(row.getString("batch_id"), key -> new ArrayList<>())
                            .add(row));
                    List<Batch> all = new ArrayList<>();
                    batches.forEach(
                            row -> all.add(Progress.of(row, counts.getOrDefault(row.getString("id"), List.of()))));
                    return all;
                });
    }

    private Buffer entries(String event, String detail) {
        return Buffer.buffer(Run.newBuilder()
                .addTimeline(TimelineEntry.newBuilder()
                        .setTime(Timestamps.toWire(clock.instant()))
                        .setEvent(event)
                        .setDetail(detail))
                .build()
                .toByteArray());
    }

    private static List<RunKey> keys(String workspace, RowSet<Row> rows) {
        List<RunKey> keys = new ArrayList<>();
        rows.forEach(row -> keys.add(new RunKey(workspace, row.getString("id"))));
        return keys;
    }

    @FunctionalInterface
    private interface Change {
        Future<List<RunKey>> of(SqlConnection connection);
    }
}
