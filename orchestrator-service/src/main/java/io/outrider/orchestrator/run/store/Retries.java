package io.outrider.orchestrator.run.store;

import io.outrider.kit.error.RequestIdReused;
import io.outrider.kit.error.StateForbids;
import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.run.Asked;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.TimelineEntry;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;

/** Takes dead letters up again, once for each request. */
final class Retries {

    static final String RETRY = Sql.read("retry");
    private static final String DUPLICATE_KEY = "23505";
    private static final String ASK = """
            insert into request (workspace_id, caller, request_id, body_sha256, result_id, create_time)
            values ($1, $2, $3, $4, $5, $6) on conflict do nothing""";
    private static final String USED =
            "select body_sha256 from request where workspace_id = $1 and caller = $2 and request_id = $3";

    private final Pool pool;

    Retries(Pool pool) {
        this.pool = pool;
    }

    /** Fails with {@link StateForbids} where the run is no dead letter, or its account has an active run. */
    Future<Void> retry(Asked asked, RunKey run, Instant now) {
        return pool.withTransaction(connection -> connection
                        .preparedQuery(ASK)
                        .execute(Tuple.of(
                                asked.workspace(),
                                asked.caller(),
                                asked.requestId(),
                                Buffer.buffer(asked.bodySha256()),
                                run.id(),
                                Unnest.utc(now)))
                        .compose(rows -> rows.rowCount() == 0
                                ? replay(connection, asked)
                                : enqueue(connection, asked, run, now)))
                .recover(failure -> Future.failedFuture(
                        failure instanceof PgException e && DUPLICATE_KEY.equals(e.getSqlState())
                                ? new StateForbids("ALREADY_ACTIVE", "The account has another active run by now")
                                : failure));
    }

    private static Future<Void> replay(SqlConnection connection, Asked asked) {
        return connection
                .preparedQuery(USED)
                .execute(Tuple.of(asked.workspace(), asked.caller(), asked.requestId()))
                .map(rows -> {
                    if (!rows.iterator().next().getBuffer(0).equals(Buffer.buffer(asked.bodySha256()))) {
                        throw new RequestIdReused(asked.requestId());
                    }
                    return rows;
                })
                .mapEmpty();
    }

    private static Future<Void> enqueue(SqlConnection connection, Asked asked, RunKey run, Instant now) {
        var entries = Run.newBuilder()
                .addTimeline(TimelineEntry.newBuilder()
                        .setTime(Timestamps.toWire(now))
                        .setEvent("taken up again")
                        .setDetail("by " + asked.caller()))
                .build();
        return connection
                .preparedQuery(RETRY)
                .execute(Tuple.of(run.workspace(), run.id(), Unnest.utc(now), Buffer.buffer(entries.toByteArray())))
                .map(rows -> {
                    if (rows.iterator().next().getLong("retried") == 0) {
                        throw new StateForbids("NOT_FAILED", "Only a failed run can be taken up again");
                    }
                    return rows;
                })
                .mapEmpty();
    }
}
