package io.outrider.orchestrator.budget;

import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.SpendLimit;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Budgets as operators see and set them. */
@ApplicationScoped
class BudgetBook {

    /** @param scope {@link Ration#WORKSPACE}, or a playbook */
    record Entry(String scope, SpendLimit limit, Instant updateTime, String updatedBy) {}

    /** @param day in UTC */
    record Day(LocalDate day, Spend spent, Spend reserved) {}

    private static final String ALL =
            "select * from budget where workspace_id = $1 and (micro_usd > 0 or tokens > 0)" + " order by scope";
    private static final String LOCK = "select revision from budget where workspace_id = $1 order by scope for update";
    private static final String SET = """
            insert into budget (workspace_id, scope, micro_usd, tokens, revision, update_time, updated_by)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (workspace_id, scope) do update
               set micro_usd = $3, tokens = $4, revision = $5, update_time = $6, updated_by = $7""";
    private static final String HELD =
            "select id from run where workspace_id = $1 and state = 'HELD' and hold is null order by id";
    private static final String USED = """
            select day, sum(micro_usd)::int8 as micro_usd, sum(tokens)::int8 as tokens
              from usage_day where workspace_id = $1 and day > $2 and ($3::text = '' or playbook_id = $3)
             group by day order by day desc""";

    private final Pool pool;
    private final Clock clock;
    private final FairShare shares;
    private final BudgetStore store;

    BudgetBook(Pool pool, Clock clock, FairShare shares, BudgetStore store) {
        this.pool = pool;
        this.clock = clock;
        this.shares = shares;
        this.store = store;
    }

    Future<List<Entry>> all(String workspace) {
        return pool.preparedQuery(ALL).execute(Tuple.of(workspace)).map(rows -> {
            List<Entry> all = new ArrayList<>();
            rows.forEach(row -> all.add(new Entry(
                    row.getString("scope"),
                    new SpendLimit(row.getLong("micro_usd"), row.getLong("tokens")),
                    row.getOffsetDateTime("update_time").toInstant(),
                    row.getString("updated_by"))));
            return all;
        });
    }

    /** @return how many held runs ask again because of it */
    Future<Integer> set(String workspace, Entry entry) {
        return pool.withTransaction(connection -> connection
                        .preparedQuery(LOCK)
                        .execute(Tuple.of(workspace))
                        .map(BudgetBook::nextRevision)
                        .compose(revision -> connection
                                .preparedQuery(SET)
                                .execute(Tuple.of(
                                                workspace,
                                                entry.scope(),
                                                entry.limit().microUsd(),
                                                entry.limit().tokens(),
                                                revision,
                                                Unnest.utc(entry.updateTime()))
                                        .addString(entry.updatedBy())))
                        .compose(set -> release(connection, workspace)))
                .map(released -> Objects.requireNonNullElse(released, 0));
    }

    /** Newest first. */
    Future<List<Day>> used(String workspace, String playbook, int days) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return pool.preparedQuery(USED)
                .execute(Tuple.of(workspace, today.minusDays(days), playbook))
                .compose(rows -> store.reserved(workspace, playbook, today).map(reserved -> {
                    List<Day> all = new ArrayList<>();
                    rows.forEach(row -> {
                        var day = row.getLocalDate("day");
                        all.add(new Day(
                                day,
                                new Spend(row.getLong("micro_usd"), row.getLong("tokens")),
                                day.equals(today) ? reserved : Spend.NONE));
                    });
                    return all;
                }));
    }

    private Future<Integer> release(SqlConnection connection, String workspace) {
        return connection.preparedQuery(HELD).execute(Tuple.of(workspace)).compose(rows -> {
            List<RunKey> runs = new ArrayList<>();
            rows.forEach(row -> runs.add(new RunKey(workspace, row.getString("id"))));
            return Releases.release(
                    connection, Releases.from(shares.batch(workspace, runs.size()), runs), clock.instant());
        });
    }

    private static long nextRevision(Iterable<Row> rows) {
        var latest = 0L;
        for (var row : rows) {
            latest = Math.max(latest, row.getLong("revision"));
        }
        return latest + 1;
    }
}
