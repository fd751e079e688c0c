package io.outrider.orchestrator.run.store;

import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.TimelineEntry;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;

/** Cancels: at once where no execution has the run, at the run's next move where one has it. */
final class Cancels {

    static final String ASK = Sql.read("cancel_ask");
    static final String END = Sql.read("cancel_end");

    private final Pool pool;

    Cancels(Pool pool) {
        this.pool = pool;
    }

    /** @return false where the run has ended already, or there is none */
    Future<Boolean> cancel(RunKey run, String reason, Instant now) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(ASK)
                .execute(Tuple.of(run.workspace(), run.id(), reason, Unnest.utc(now)))
                .compose(asked ->
                        asked.size() == 0 ? Future.succeededFuture(false) : end(connection, run, reason, now)));
    }

    private static Future<Boolean> end(SqlConnection connection, RunKey run, String reason, Instant now) {
        var entries = Run.newBuilder()
                .addTimeline(TimelineEntry.newBuilder()
                        .setTime(Timestamps.toWire(now))
                        .setEvent("cancelled")
                        .setDetail(reason))
                .build();
        return connection
                .preparedQuery(END)
                .execute(Tuple.of(
                        run.workspace(), run.id(), reason, Unnest.utc(now), Buffer.buffer(entries.toByteArray())))
                .map(done -> true);
    }
}
