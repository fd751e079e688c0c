package io.outrider.orchestrator.trigger;

import io.outrider.orchestrator.run.Hold;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.queue.FairShare;
import io.outrider.orchestrator.run.store.Releases;
import io.outrider.orchestrator.run.store.Unnest;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The breaker of each workspace, in PostgreSQL. */
@ApplicationScoped
class BreakerStore {

    /** @param held runs that wait for it */
    record Standing(
            boolean open,
            String reason,
            @Nullable Instant openTime,
            @Nullable Instant resetTime,
            String resetBy,
            boolean alerted,
            int held) {}

    /** What a reset did. */
    record Reset(Standing standing, int released) {}

    private static final String MAKE =
            "insert into breaker (workspace_id, open, reason) values ($1, false, '') on conflict do nothing";
    private static final String LOCK = "select *, 0 as held from breaker where workspace_id = $1 for update";
    private static final String READ = """
            select b.*, (select count(*)::int from run r
                          where r.workspace_id = $1 and r.hold = 'breaker' and r.end_time is null) as held
              from breaker b where b.workspace_id = $1""";
    private static final String OPEN = "update breaker set open = true, reason = $2, open_time = $3, alert_time = null"
            + " where workspace_id = $1";
    private static final String TELL = "insert into scheduled_tasks (task_name, task_instance, execution_time, picked,"
            + " version) values ($1, $2, $3, false, 1) on conflict do nothing";
    private static final String CLOSE =
            "update breaker set open = false, reason = '', reset_time = $2, reset_by = $3" + " where workspace_id = $1";
    private static final String FORGET_HOUR =
            "update trigger_hour set started = 0 where workspace_id = $1 and trigger_id = '' and hour = $2";
    private static final String LIFT =
            "update run set hold = null where workspace_id = $1 and hold = $2 and end_time is null returning id";
    private static final String ALERTED = "update breaker set alert_time = $2 where workspace_id = $1";

    private final Pool pool;
    private final Clock clock;
    private final FairShare shares;

    BreakerStore(Pool pool, Clock clock, FairShare shares) {
        this.pool = pool;
        this.clock = clock;
        this.shares = shares;
    }

    Future<Standing> get(String workspace) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(workspace))
                .map(rows -> rows.size() == 0
                        ? new Standing(false, "", null, null, "", true, 0)
                        : read(rows.iterator().next()));
    }

    /** Whoever holds the lock decides alone about the workspace's triggers. */
    Future<Standing> lock(SqlConnection connection, String workspace) {
        return connection
                .preparedQuery(MAKE)
                .execute(Tuple.of(workspace))
                .compose(made -> connection.preparedQuery(LOCK).execute(Tuple.of(workspace)))
                .map(rows -> read(rows.iterator().next()));
    }

    Future<Void> open(SqlConnection locked, String workspace, String reason, Instant now) {
        return locked.preparedQuery(OPEN)
                .execute(Tuple.of(workspace, reason, Unnest.utc(now)))
                .compose(open -> locked.preparedQuery(TELL).execute(Tuple.of(Alerts.NAME, workspace, Unnest.utc(now))))
                .mapEmpty();
    }

    /** Somebody was told. */
    Future<Void> alerted(String workspace) {
        return pool.preparedQuery(ALERTED)
                .execute(Tuple.of(workspace, Unnest.utc(clock.instant())))
                .mapEmpty();
    }

    /** Closes it and lets its runs go on. This hour's runs are forgotten: they were looked at. */
    Future<Reset> reset(String workspace, String by) {
        var now = clock.instant();
        return pool.withTransaction(connection -> lock(connection, workspace)
                        .compose(before -> before.open()
                                ? connection
                                        .preparedQuery(CLOSE)
                                        .execute(Tuple.of(workspace, Unnest.utc(now), by))
                                        .compose(closed -> connection
                                                .preparedQuery(FORGET_HOUR)
                                                .execute(Tuple.of(
                                                        workspace, Unnest.utc(now.truncatedTo(ChronoUnit.HOURS)))))
                                        .compose(forgotten -> free(connection, workspace))
                                : Future.succeededFuture(0)))
                .compose(released ->
                        get(workspace).map(standing -> new Reset(standing, Objects.requireNonNullElse(released, 0))));
    }

    /** @return how many runs go on */
    Future<Integer> free(SqlConnection locked, String workspace) {
        return locked.preparedQuery(LIFT)
                .execute(Tuple.of(workspace, Hold.BREAKER.word()))
                .compose(rows -> {
                    List<RunKey> runs = new ArrayList<>();
                    rows.forEach(row -> runs.add(new RunKey(workspace, row.getString("id"))));
                    var place = shares.batch(workspace, runs.size());
                    return Releases.release(locked, Releases.from(place, runs), clock.instant())
                            .map(moving -> runs.size());
                });
    }

    private static Standing read(Row row) {
        return new Standing(
                row.getBoolean("open"),
                row.getString("reason"),
                time(row, "open_time"),
                time(row, "reset_time"),
                row.getString("reset_by"),
                time(row, "alert_time") != null,
                row.getInteger("held"));
    }

    private static @Nullable Instant time(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
