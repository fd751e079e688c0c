package io.outrider.orchestrator.budget;

import io.outrider.orchestrator.rest.CallBudget;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.SpendLimit;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reservations in PostgreSQL. Those who reserve in a workspace with budgets take turns by the lock on its budgets; those who
 * settle wait for nobody.
 */
@ApplicationScoped
class BudgetStore {

    private record Reserved(Want want, LocalDate day) {}

    private static final Unnest<Reserved> RESERVED = new Unnest<Reserved>(1)
            .text("ws", r -> r.want().run().workspace())
            .text("run_id", r -> r.want().run().id())
            .text("day", r -> r.day().toString())
            .text("playbook_id", r -> r.want().playbook())
            .int8("micro_usd", r -> r.want().bound().microUsd())
            .int8("tokens", r -> r.want().bound().tokens())
            .int8("micro_usd_before", r -> r.want().soFar().microUsd())
            .int8("tokens_before", r -> r.want().soFar().tokens())
            .bool("again", r -> r.want().again());
    private static final String LOCK =
            "select * from budget where workspace_id = any($1)" + " order by workspace_id, scope for update";
    private static final String SPENT = """
            select workspace_id, playbook_id, sum(micro_usd)::int8 as micro_usd, sum(tokens)::int8 as tokens
              from usage_day where workspace_id = any($1) and day = $2 group by workspace_id, playbook_id""";
    /** What is left of the reservations of runs that are under way. Those that ask now ask anew. */
    private static final String LEFT = """
            select x.workspace_id, x.playbook_id,
                   sum(greatest(0, x.micro_usd - (r.micro_usd - x.micro_usd_before)))::int8 as micro_usd,
                   sum(greatest(0, x.tokens - (r.prompt_tokens + r.completion_tokens - x.tokens_before)))::int8 as tokens
              from reservation x
              join run r on r.workspace_id = x.workspace_id and r.id = x.run_id
             where x.workspace_id = any($1) and x.day = $2 and r.end_time is null
               and r.state in ('RUNNING', 'QUEUED') and (x.again or r.step in ('RESEARCH', 'QUALIFY', 'DRAFT'))
               and not (x.run_id = any($3))
             group by x.workspace_id, x.playbook_id
            union all
            select workspace_id, playbook_id, sum(micro_usd)::int8, sum(tokens)::int8
              from agent_reservation where workspace_id = any($1) and until > $4 and not (call_id = any($3))
             group by workspace_id, playbook_id""";

    private static final String FORGET = """
            delete from reservation x using run r
             where x.workspace_id = any($1) and r.workspace_id = x.workspace_id and r.id = x.run_id
               and (x.day < $2 or r.end_time is not null or r.state not in ('RUNNING', 'QUEUED')
                    or (not x.again and r.step not in ('RESEARCH', 'QUALIFY', 'DRAFT')))""";
    private static final String KEEP = "with " + RESERVED.as("n") + """
             insert into reservation (workspace_id, run_id, day, playbook_id, micro_usd, tokens, micro_usd_before,
                                      tokens_before, again)
             select ws, run_id, day::date, playbook_id, micro_usd, tokens, micro_usd_before, tokens_before, again from n
             order by ws, run_id
             on conflict (workspace_id, run_id) do update
                set day = excluded.day, playbook_id = excluded.playbook_id, micro_usd = excluded.micro_usd,
                    tokens = excluded.tokens, micro_usd_before = excluded.micro_usd_before,
                    tokens_before = excluded.tokens_before, again = excluded.again""";
    private static final String KEEP_CALL = """
            insert into agent_reservation (workspace_id, call_id, playbook_id, micro_usd, tokens, until)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (workspace_id, call_id) do update
               set playbook_id = excluded.playbook_id, micro_usd = excluded.micro_usd, tokens = excluded.tokens,
                   until = excluded.until""";
    private static final String KEEP_ON = """
            with over as (
                delete from agent_reservation where workspace_id = $1 and call_id <> $2 and until < $3
            )
            update agent_reservation set until = greatest(until, $4::timestamptz) where workspace_id = $1 and call_id = $2""";
    private static final String REVISION =
            "select coalesce(max(revision), 0) as revision from (select revision from budget where workspace_id = $1 for share) b";

    private final Pool pool;
    private final Clock clock;

    BudgetStore(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Future<List<String>> budgeted() {
        return pool.query("select distinct workspace_id from budget").execute().map(rows -> {
            List<String> workspaces = new ArrayList<>();
            rows.forEach(row -> workspaces.add(row.getString("workspace_id")));
            return workspaces;
        });
    }

    /** Answers in the order of the wants; in that order they are served. */
    Future<List<Answer>> reserve(List<Want> wants) {
        var workspaces = wants.stream().map(w -> w.run().workspace()).distinct().toArray(String[]::new);
        var runs = wants.stream().map(w -> w.run().id()).toArray(String[]::new);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return pool.withTransaction(connection -> rations(connection, workspaces, runs, today)
                        .compose(rations -> keep(connection, wants, rations, workspaces, today)))
                .map(answers -> Objects.requireNonNull(answers));
    }

    /** @param until when the reservation is void, whatever became of the call */
    Future<Answer> reserve(CallBudget.Call call, Spend bound, Instant until) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return pool.withTransaction(connection -> rations(
                                connection, new String[] {call.workspace()}, new String[] {call.id()}, today)
                        .compose(rations -> {
                            var ration = rations.get(call.workspace());
                            var answer = ration == null ? new Answer.Granted() : ration.take(call.playbook(), bound);
                            return answer instanceof Answer.Granted
                                    ? connection
                                            .preparedQuery(KEEP_CALL)
                                            .execute(Tuple.of(
                                                    call.workspace(),
                                                    call.id(),
                                                    call.playbook(),
                                                    bound.microUsd(),
                                                    bound.tokens(),
                                                    Unnest.utc(until)))
                                            .map(kept -> answer)
                                    : Future.succeededFuture(answer);
                        }))
                .map(answer -> Objects.requireNonNull(answer));
    }

    /** What the call reserved counts until then, unless it is answered before. */
    Future<Void> keep(CallBudget.Call call, Instant until) {
        return pool.preparedQuery(KEEP_ON)
                .execute(Tuple.of(call.workspace(), call.id(), Unnest.utc(clock.instant()), Unnest.utc(until)))
                .mapEmpty();
    }

    /** Takes the lock that makes them true. @param asking whose own reservations do not count */
    private Future<Map<String, Ration>> rations(
            SqlConnection connection, String[] workspaces, String[] asking, LocalDate today) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of((Object) workspaces))
                .compose(budgets -> connection
                        .preparedQuery(SPENT)
                        .execute(Tuple.of(workspaces, today))
                        .compose(spent -> connection
                                .preparedQuery(LEFT)
                                .execute(Tuple.of(workspaces, today, asking, Unnest.utc(clock.instant())))
                                .map(left -> rations(budgets, spent, left))));
    }

    /** What runs under way have reserved and not spent yet. @param playbook empty for all */
    Future<Spend> reserved(String workspace, String playbook, LocalDate day) {
        var workspaces = new String[] {workspace};
        return pool.preparedQuery(LEFT)
                .execute(Tuple.of(workspaces, day, new String[0], Unnest.utc(clock.instant())))
                .map(rows -> byScope(rows).getOrDefault(workspace, Map.of()).getOrDefault(playbook, Spend.NONE));
    }

    /** Lets the run go on where the budgets have changed since. */
    Future<Void> recheck(RunKey run, long revision) {
        return pool.withTransaction(connection -> connection
                        .preparedQuery(REVISION)
                        .execute(Tuple.of(run.workspace()))
                        .compose(rows -> rows.iterator().next().getLong("revision") == revision
                                ? Future.succeededFuture(0)
                                : Releases.release(
                                        connection, Releases.next(List.of(run), clock.instant()), clock.instant())))
                .mapEmpty();
    }

    private static Future<List<Answer>> keep(
            SqlConnection connection,
            List<Want> wants,
            Map<String, Ration> rations,
            String[] workspaces,
            LocalDate today) {
        List<Answer> answers = new ArrayList<>();
        List<Reserved> granted = new ArrayList<>();
        for (var want : wants) {
            var ration = rations.get(want.run().workspace());
            var answer = ration == null ? new Answer.Granted() : ration.take(want.playbook(), want.bound());
            answers.add(answer);
            if (answer instanceof Answer.Granted) {
                granted.add(new Reserved(want, today));
            }
        }
        if (granted.isEmpty()) {
            return Future.succeededFuture(answers);
        }
        var parameters = Tuple.tuple();
        RESERVED.bind(granted, parameters);
        return connection
                .preparedQuery(FORGET)
                .execute(Tuple.of(workspaces, today))
                .compose(gone -> connection.preparedQuery(KEEP).execute(parameters))
                .map(kept -> answers);
    }

    private static Map<String, Ration> rations(Iterable<Row> budgets, Iterable<Row> spent, Iterable<Row> left) {
        Map<String, Map<String, SpendLimit>> limits = new HashMap<>();
        Map<String, Long> revisions = new HashMap<>();
        budgets.forEach(row -> {
            var workspace = row.getString("workspace_id");
            limits.computeIfAbsent(workspace, key -> new HashMap<>())
                    .put(row.getString("scope"), new SpendLimit(row.getLong("micro_usd"), row.getLong("tokens")));
            revisions.merge(workspace, row.getLong("revision"), Math::max);
        });
        var spentOf = byScope(spent);
        var leftOf = byScope(left);
        Map<String, Ration> rations = new HashMap<>();
        limits.forEach((workspace, own) -> rations.put(
                workspace,
                new Ration(
                        own,
                        spentOf.getOrDefault(workspace, Map.of()),
                        leftOf.getOrDefault(workspace, Map.of()),
                        revisions.getOrDefault(workspace, 0L))));
        return rations;
    }

    /** By workspace, then by playbook; the workspace as a whole is the sum. */
    private static Map<String, Map<String, Spend>> byScope(Iterable<Row> rows) {
        Map<String, Map<String, Spend>> all = new HashMap<>();
        rows.forEach(row -> {
            var spend = new Spend(row.getLong("micro_usd"), row.getLong("tokens"));
            var own = all.computeIfAbsent(row.getString("workspace_id"), key -> new HashMap<>());
            own.merge(Ration.WORKSPACE, spend, Spend::plus);
            if (!row.getString("playbook_id").isEmpty()) {
                own.merge(row.getString("playbook_id"), spend, Spend::plus);
            }
        });
        return all;
    }
}
