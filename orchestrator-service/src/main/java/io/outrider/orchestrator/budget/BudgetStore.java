package io.outrider.orchestrator.budget;

import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.store.Releases;
import io.outrider.orchestrator.run.store.Unnest;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reservations of runs in PostgreSQL. Those who reserve in a workspace with budgets take turns by the lock on its budgets;
 * those who settle wait for nobody.
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
    private static final String REVISION =
            "select coalesce(max(revision), 0) as revision from (select revision from budget where workspace_id = $1 for share) b";

    private final Pool pool;
    private final Clock clock;
    private final Rations rations;

    BudgetStore(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
        this.rations = new Rations(clock);
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
        return pool.withTransaction(connection -> rations.lock(connection, workspaces, runs, today)
                        .compose(left -> keep(connection, wants, left, workspaces, today)))
                .map(answers -> Objects.requireNonNull(answers));
    }

    /** What runs under way have reserved and not spent yet. @param playbook empty for all */
    Future<Spend> reserved(String workspace, String playbook, LocalDate day) {
        return rations.reserved(pool, workspace, playbook, day);
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
            Map<String, Ration> left,
            String[] workspaces,
            LocalDate today) {
        List<Answer> answers = new ArrayList<>();
        List<Reserved> granted = new ArrayList<>();
        for (var want : wants) {
            var answer = Ration.take(left.get(want.run().workspace()), want.playbook(), want.bound());
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
}
