package io.outrider.orchestrator.trigger;

import io.outrider.kit.id.Ids;
import io.outrider.orchestrator.run.store.Unnest;
import io.outrider.orchestrator.trigger.Ruling.Limits;
import io.outrider.orchestrator.trigger.Ruling.Outcome;
import io.outrider.orchestrator.trigger.Ruling.Past;
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

/**
 * Firings in PostgreSQL. What is decided about one is decided under the lock of its workspace's breaker, so that caps and
 * cool-downs hold however many evaluations run at once.
 */
@ApplicationScoped
class FiringStore {

    /** A rule that holds, not yet ruled on. */
    record Held(Fired firing, Limits limits, List<String> evidence) {}

    private static final String PAST = """
            select l.fire_time as last, coalesce(l.outcome in ('CLAIMED', 'CLAIMED_HELD'), false) as starting,
                   (select started from trigger_hour where workspace_id = $1 and trigger_id = $2 and hour = $4::timestamptz) as of_trigger,
                   (select started from trigger_hour where workspace_id = $1 and trigger_id = '' and hour = $4) as of_workspace,
                   (select coalesce(sum(started), 0) / 168.0 from trigger_hour
                     where workspace_id = $1 and trigger_id = '' and hour >= $4::timestamptz - interval '7 days' and hour < $4) as usual,
                   (select count(*) from firing
                     where workspace_id = $1 and domain = $3 and fire_time > greatest($5::timestamptz, $6::timestamptz)
                       and outcome in ('CLAIMED', 'CLAIMED_HELD', 'STARTED', 'HELD_BY_BREAKER')) as of_account,
                   exists (select 1 from effect e join run r on r.workspace_id = e.workspace_id and r.id = e.run_id
                            where e.workspace_id = $1 and r.domain = $3
                              and (e.id = any($7::text[]) or e.external_id = any($7) or e.idempotency_key = any($7))
                              and e.external_id is not null) as own_effect
              from (values (1)) as one
              left join lateral (
                   select fire_time, outcome from firing
                    where workspace_id = $1 and domain = $3 and trigger_id = $2
                      and outcome in ('CLAIMED', 'CLAIMED_HELD', 'STARTED', 'HELD_BY_BREAKER')
                    order by fire_time desc limit 1) l on true""";
    private static final String SAID =
            "select 1 from firing where workspace_id = $1 and domain = $2 and trigger_id = $3"
                    + " and outcome = $4 and fire_time > $5 and explanation = $6 limit 1";
    private static final String KEEP =
            "insert into firing (workspace_id, id, trigger_id, library_revision, domain, outcome,"
                    + " run_id, rule, inputs, explanation, fire_time) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    private static final String COUNT = """
            insert into trigger_hour (workspace_id, trigger_id, hour, started) values ($1, $2, $3, 1), ($1, '', $3, 1)
            on conflict (workspace_id, trigger_id, hour) do update set started = trigger_hour.started + 1""";
    private static final String COUNT_NO_MORE = """
            update trigger_hour set started = greatest(started - 1, 0)
             where workspace_id = $1 and trigger_id in ($2, '') and hour = $3""";
    private static final String CLAIMED = "select * from firing where workspace_id = $1 and domain = $2"
            + " and outcome in ('CLAIMED', 'CLAIMED_HELD') order by id";
    private static final String END = "update firing set outcome = $3, run_id = $4, explanation = $5"
            + " where workspace_id = $1 and id = $2 and outcome in ('CLAIMED', 'CLAIMED_HELD') returning id";
    private static final String EXPLAIN = "update firing set explanation = $3 where workspace_id = $1 and id = $2"
            + " and outcome in ('CLAIMED', 'CLAIMED_HELD') and explanation <> $3";
    private static final String FORGET_REPEAT = """
            delete from firing f
             where f.workspace_id = $1 and f.id = $2
               and exists (select 1 from firing o
                            where o.workspace_id = $1 and o.domain = f.domain and o.trigger_id = f.trigger_id and o.id < f.id
                              and o.outcome = f.outcome and o.run_id = f.run_id and o.explanation = f.explanation
                              and o.fire_time > f.fire_time - interval '1 day')""";
    private static final String LIST = """
            select * from firing
             where workspace_id = $1 and ($2::text = '' or id < $2) and ($3::text = '' or domain = $3)
               and ($4::text = '' or trigger_id = $4)
             order by id desc limit $5""";

    private final Pool pool;
    private final Clock clock;
    private final BreakerStore breakers;

    FiringStore(Pool pool, Clock clock, BreakerStore breakers) {
        this.pool = pool;
        this.clock = clock;
        this.breakers = breakers;
    }

    /** Rules on one firing, and keeps the ruling. Saying the same once per cool-down is enough. */
    Future<Fired> rule(Held held) {
        return pool.withTransaction(connection -> breakers.lock(
                                connection, held.firing().workspace())
                        .compose(breaker -> past(connection, held, breaker)
                                .map(past -> Ruling.of(past, held.limits(), clock.instant()))
                                .compose(ruling -> keep(connection, held, ruling))))
                .map(kept -> Objects.requireNonNull(kept));
    }

    Future<List<Fired>> claimed(String workspace, String domain) {
        return pool.preparedQuery(CLAIMED).execute(Tuple.of(workspace, domain)).map(FiringStore::all);
    }

    /** Why the firing has no run yet. */
    Future<Void> explain(Fired firing, String why) {
        return pool.preparedQuery(EXPLAIN)
                .execute(Tuple.of(firing.workspace(), firing.id(), why))
                .mapEmpty();
    }

    /**
     * The firing has its run, or will have none and counts no more. A run that need not wait any more for the breaker goes on.
     */
    Future<Void> end(Fired firing) {
        return pool.withTransaction(connection -> breakers.lock(connection, firing.workspace())
                        .compose(breaker -> connection
                                .preparedQuery(END)
                                .execute(Tuple.of(
                                        firing.workspace(),
                                        firing.id(),
                                        firing.outcome().name(),
                                        firing.runId(),
                                        firing.explanation()))
                                .compose(ended -> {
                                    if (firing.outcome() == Outcome.HELD_BY_BREAKER && !breaker.open()) {
                                        return breakers.free(connection, firing.workspace());
                                    }
                                    return ended.size() == 0 || firing.outcome().started()
                                            ? Future.succeededFuture(0)
                                            : countNoMore(connection, firing);
                                })))
                .mapEmpty();
    }

    /** The account may be busy for days, with new signals every minute: saying the same once a day is enough. */
    private static Future<Integer> countNoMore(SqlConnection connection, Fired firing) {
        return connection
                .preparedQuery(COUNT_NO_MORE)
                .execute(Tuple.of(firing.workspace(), firing.triggerId(), Unnest.utc(hour(firing.time()))))
                .compose(less ->
                        connection.preparedQuery(FORGET_REPEAT).execute(Tuple.of(firing.workspace(), firing.id())))
                .map(forgotten -> 0);
    }

    /** Newest first. @param before id of the last firing of the page before; empty for the first page */
    Future<List<Fired>> list(String workspace, String domain, String trigger, String before, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(workspace, before, domain, trigger, limit))
                .map(FiringStore::all);
    }

    private Future<Past> past(SqlConnection connection, Held held, BreakerStore.Standing breaker) {
        var firing = held.firing();
        var now = clock.instant();
        return connection
                .preparedQuery(PAST)
                .execute(Tuple.tuple()
                        .addString(firing.workspace())
                        .addString(firing.triggerId())
                        .addString(firing.domain())
                        .addValue(Unnest.utc(hour(now)))
                        .addValue(Unnest.utc(now.minus(1, ChronoUnit.DAYS)))
                        .addValue(Unnest.utc(breaker.resetTime()))
                        .addArrayOfString(held.evidence().toArray(String[]::new)))
                .map(rows -> past(rows.iterator().next(), breaker));
    }

    private static Past past(Row row, BreakerStore.Standing breaker) {
        var last = row.getOffsetDateTime("last");
        return new Past(
                last == null ? null : last.toInstant(),
                row.getBoolean("starting"),
                Objects.requireNonNullElse(row.getInteger("of_trigger"), 0),
                Objects.requireNonNullElse(row.getInteger("of_workspace"), 0),
                row.getNumeric("usual").doubleValue(),
                row.getLong("of_account").intValue(),
                row.getBoolean("own_effect"),
                breaker.open());
    }

    private Future<Fired> keep(SqlConnection connection, Held held, Ruling ruling) {
        var now = clock.instant();
        var like = held.firing();
        var firing = new Fired(
                like.workspace(),
                Ids.next("fir"),
                like.triggerId(),
                like.libraryRevision(),
                like.domain(),
                ruling.outcome(),
                "",
                like.rule(),
                like.inputs(),
                ruling.explanation(),
                now);
        if (!ruling.outcome().claimed()) {
            return said(connection, firing, now.minus(held.limits().coolDown()))
                    .compose(said -> said ? Future.succeededFuture(firing) : insert(connection, firing));
        }
        var opened = ruling.opensBreaker() == null
                ? Future.<Void>succeededFuture()
                : breakers.open(connection, firing.workspace(), ruling.opensBreaker(), now);
        return opened.compose(open -> insert(connection, firing))
                .compose(kept -> connection
                        .preparedQuery(COUNT)
                        .execute(Tuple.of(firing.workspace(), firing.triggerId(), Unnest.utc(hour(now)))))
                .map(counted -> firing);
    }

    private static Future<Boolean> said(SqlConnection connection, Fired firing, Instant since) {
        return connection
                .preparedQuery(SAID)
                .execute(Tuple.of(
                        firing.workspace(),
                        firing.domain(),
                        firing.triggerId(),
                        firing.outcome().name(),
                        Unnest.utc(since),
                        firing.explanation()))
                .map(rows -> rows.size() > 0);
    }

    private static Future<Fired> insert(SqlConnection connection, Fired firing) {
        return connection.preparedQuery(KEEP).execute(FiringRows.write(firing)).map(kept -> firing);
    }

    private static List<Fired> all(Iterable<Row> rows) {
        List<Fired> all = new ArrayList<>();
        rows.forEach(row -> all.add(FiringRows.read(row)));
        return all;
    }

    private static Instant hour(Instant time) {
        return time.truncatedTo(ChronoUnit.HOURS);
    }
}
