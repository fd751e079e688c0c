package io.outrider.orchestrator.budget;

import io.outrider.orchestrator.run.SpendLimit;
import io.outrider.orchestrator.run.store.Unnest;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Reads what is left of the budgets of workspaces. */
final class Rations {

    private static final String LOCK =
            "select * from budget where workspace_id = any($1) order by workspace_id, scope for update";
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

    private final Clock clock;

    Rations(Clock clock) {
        this.clock = clock;
    }

    /**
     * Takes the lock that makes them true.
     *
     * @param asking whose own reservations do not count
     * @return by workspace; none where it has no budget
     */
    Future<Map<String, Ration>> lock(SqlConnection connection, String[] workspaces, String[] asking, LocalDate today) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of((Object) workspaces))
                .compose(budgets -> connection
                        .preparedQuery(SPENT)
                        .execute(Tuple.of(workspaces, today))
                        .compose(spent -> left(connection, workspaces, asking, today)
                                .map(left -> rations(budgets, spent, left))));
    }

    /** What runs under way have reserved and not spent yet. @param playbook empty for all */
    Future<Spend> reserved(SqlClient client, String workspace, String playbook, LocalDate day) {
        return left(client, new String[] {workspace}, new String[0], day)
                .map(rows -> byScope(rows).getOrDefault(workspace, Map.of()).getOrDefault(playbook, Spend.NONE));
    }

    private Future<RowSet<Row>> left(SqlClient client, String[] workspaces, String[] asking, LocalDate day) {
        return client.preparedQuery(LEFT).execute(Tuple.of(workspaces, day, asking, Unnest.utc(clock.instant())));
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
