package io.outrider.review.quality;

import io.outrider.review.quality.GateFigures.Day;
import io.outrider.review.quality.Layers.Group;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Use case: counts what the gate did. */
@ApplicationScoped
public class ReadGate {

    private static final String ITEMS = """
            select agent, findings, state, count(*) as items from (
                select agent, findings, state from item
                where workspace_id = $1 and create_time >= $2 and create_time < $3 and not planted
                union all
                select i.agent, i.findings, i.state from planted_item p
                join item i on i.workspace_id = p.workspace_id and i.id = p.item_id
                where p.workspace_id = $1 and p.create_time >= $2 and p.create_time < $3 and i.state in (%s)) seen
            group by agent, findings, state order by items desc limit 10000""".formatted(Told.UNTOLD);
    private static final String REAL = """
            from item_decision d where d.workspace_id = $1 and d.decide_time >= $2 and d.decide_time < $3
            and not exists (select 1 from planted_item p where p.workspace_id = d.workspace_id and p.item_id = d.item_id
                and exists (select 1 from item t where t.workspace_id = p.workspace_id and t.id = p.item_id
                    and t.state not in (%s)))""".formatted(Told.UNTOLD);
    private static final String DECISIONS = """
            select ((d.decide_time at time zone 'UTC')::date)::text as day, d.type, count(*) as decisions,
                count(*) filter (where d.overrode_lint) as overrides %s group by 1, 2""".formatted(REAL);
    private static final String MEDIAN = """
            select percentile_cont(0.5) within group (order by extract(epoch from d.decide_time - i.create_time)::float8) as seconds
            from (select d.workspace_id, d.item_id, d.decide_time %s) d
            join item i on i.workspace_id = d.workspace_id and i.id = d.item_id""".formatted(REAL);

    private final Pool pool;

    ReadGate(Pool pool) {
        this.pool = pool;
    }

    public Uni<GateFigures> run(String workspace, Period period) {
        var tuple = Tuple.of(workspace, period.from(), period.to());
        return Uni.combine()
                .all()
                .unis(
                        pool.preparedQuery(ITEMS).execute(tuple),
                        pool.preparedQuery(DECISIONS).execute(tuple),
                        pool.preparedQuery(MEDIAN).execute(tuple))
                .with(ReadGate::figures);
    }

    private static GateFigures figures(RowSet<Row> items, RowSet<Row> decisions, RowSet<Row> median) {
        var states = new HashMap<String, Long>();
        var groups = new ArrayList<Group>();
        for (var row : items) {
            states.merge(row.getString("state"), row.getLong("items"), Long::sum);
            groups.add(new Group(
                    row.getString("agent"), row.getString("findings"), row.getString("state"), row.getLong("items")));
        }
        var types = new HashMap<String, Long>();
        var overrides = 0L;
        for (var row : decisions) {
            types.merge(row.getString("type"), row.getLong("decisions"), Long::sum);
            overrides += row.getLong("overrides");
        }
        var seconds = median.iterator().next().getDouble("seconds");
        return new GateFigures(
                Map.copyOf(states),
                Map.copyOf(types),
                overrides,
                Duration.ofMillis(seconds == null ? 0 : Math.round(seconds * 1_000)),
                Layers.of(groups),
                days(decisions));
    }

    private static List<Day> days(RowSet<Row> decisions) {
        var days = new TreeMap<String, Day>();
        for (var row : decisions) {
            var type = row.getString("type");
            var count = row.getLong("decisions");
            var approves = type.equals("ACCEPT") || type.equals("EDIT");
            var one = new Day(
                    row.getString("day"),
                    count,
                    approves ? count : 0,
                    type.equals("EDIT") ? count : 0,
                    row.getLong("overrides"));
            days.merge(one.day(), one, ReadGate::plus);
        }
        return List.copyOf(days.values());
    }

    private static Day plus(Day a, Day b) {
        return new Day(
                a.day(),
                a.decisions() + b.decisions(),
                a.approvals() + b.approvals(),
                a.edits() + b.edits(),
                a.overrides() + b.overrides());
    }
}
