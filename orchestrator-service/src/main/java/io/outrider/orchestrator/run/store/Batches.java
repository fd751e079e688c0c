package io.outrider.orchestrator.run.store;

import com.google.protobuf.InvalidProtocolBufferException;
import io.outrider.kit.error.RequestIdReused;
import io.outrider.orchestrator.run.Asked;
import io.outrider.orchestrator.run.NewRun;
import io.outrider.orchestrator.v1.RefusedEntry;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.StartBatchResponse;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Accepts a batch in one transaction. */
final class Batches {

    private static final Unnest<NewRun> RUNS = NewRunColumns.of(2, run -> run);
    static final String ACCEPT = Sql.read("accept_batch").replace("{n}", RUNS.as("n"));
    private static final String ASK = "insert into request (workspace_id, caller, request_id, body_sha256, result_id,"
            + " create_time) values ($1, $2, $3, $4, $5, $6) on conflict do nothing";
    private static final String KEEP =
            "insert into batch (workspace_id, id, refused, create_time, created_by) values ($1, $2, $3, $4, $5)";
    private static final String KNOWN = "select q.body_sha256, q.result_id, b.refused from request q"
            + " left join batch b on b.workspace_id = q.workspace_id and b.id = q.result_id"
            + " where q.workspace_id = $1 and q.caller = $2 and q.request_id = $3";
    private static final String RUNS_OF =
            "select * from run where workspace_id = $1 and batch_id = $2 order by batch_index";

    private final Pool pool;

    Batches(Pool pool) {
        this.pool = pool;
    }

    /** @param refused lines that were refused before the database was asked */
    Future<StartBatchResponse> accept(
            Asked asked, String batchId, List<NewRun> runs, List<RefusedEntry> refused, Instant now) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(ASK)
                .execute(Tuple.of(
                        asked.workspace(),
                        asked.caller(),
                        asked.requestId(),
                        Buffer.buffer(asked.bodySha256()),
                        batchId,
                        Unnest.utc(now)))
                .compose(asking -> asking.rowCount() == 0
                        ? known(connection, asked)
                        : insert(connection, asked, batchId, runs, refused, now)));
    }

    /** Empty for a request that nobody has made. */
    Future<Optional<StartBatchResponse>> repeated(Asked asked) {
        return pool.withConnection(connection -> connection
                        .preparedQuery(KNOWN)
                        .execute(Tuple.of(asked.workspace(), asked.caller(), asked.requestId()))
                        .compose(rows -> rows.size() == 0
                                ? Future.succeededFuture(Optional.<StartBatchResponse>empty())
                                : known(connection, asked).map(Optional::of)))
                .map(known -> Objects.requireNonNull(known));
    }

    private static Future<StartBatchResponse> insert(
            SqlConnection connection,
            Asked asked,
            String batchId,
            List<NewRun> runs,
            List<RefusedEntry> refused,
            Instant now) {
        var parameters = Tuple.of(Unnest.utc(now));
        RUNS.bind(runs, parameters);
        return connection.preparedQuery(ACCEPT).execute(parameters).compose(rows -> {
            Set<String> fresh = new HashSet<>();
            rows.forEach(row -> fresh.add(row.getString("id")));
            var response = response(batchId, runs, refused, fresh);
            var refusals = StartBatchResponse.newBuilder()
                    .addAllRefused(response.getRefusedList())
                    .build();
            return connection
                    .preparedQuery(KEEP)
                    .execute(Tuple.of(
                            asked.workspace(),
                            batchId,
                            Buffer.buffer(refusals.toByteArray()),
                            Unnest.utc(now),
                            asked.caller()))
                    .map(kept -> response);
        });
    }

    private static StartBatchResponse response(
            String batchId, List<NewRun> runs, List<RefusedEntry> refused, Set<String> fresh) {
        var response = StartBatchResponse.newBuilder().setBatchId(batchId);
        var refusals = new ArrayList<>(refused);
        for (var run : runs) {
            if (fresh.contains(run.run().getId())) {
                response.addRuns(run.run().toBuilder().clearTimeline());
            } else {
                refusals.add(RefusedEntry.newBuilder()
                        .setIndex(run.batchIndex())
                        .setCode("ALREADY_ACTIVE")
                        .setMessage(run.run().getAccount().getDomain() + " has an active run for this playbook")
                        .build());
            }
        }
        refusals.sort(Comparator.comparingInt(RefusedEntry::getIndex));
        return response.addAllRefused(refusals).build();
    }

    private static Future<StartBatchResponse> known(SqlConnection connection, Asked asked) {
        return connection
                .preparedQuery(KNOWN)
                .execute(Tuple.of(asked.workspace(), asked.caller(), asked.requestId()))
                .compose(rows -> {
                    var row = rows.iterator().next();
                    if (!Arrays.equals(RunColumns.bytes(row, "body_sha256"), asked.bodySha256())
                            || row.getBuffer("refused") == null) {
                        return Future.failedFuture(new RequestIdReused(asked.requestId()));
                    }
                    return again(connection, asked, row.getString("result_id"), RunColumns.bytes(row, "refused"));
                });
    }

    private static Future<StartBatchResponse> again(
            SqlConnection connection, Asked asked, String batchId, byte[] refused) {
        return connection
                .preparedQuery(RUNS_OF)
                .execute(Tuple.of(asked.workspace(), batchId))
                .map(rows -> {
                    List<Run> runs = new ArrayList<>();
                    rows.forEach(row -> runs.add(RunColumns.run(row)));
                    return refusals(refused)
                            .setBatchId(batchId)
                            .addAllRuns(runs)
                            .build();
                });
    }

    private static StartBatchResponse.Builder refusals(byte[] bytes) {
        try {
            return StartBatchResponse.parseFrom(bytes).toBuilder();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A batch holds bytes that are no message", e);
        }
    }
}
