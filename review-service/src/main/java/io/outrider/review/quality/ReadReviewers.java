package io.outrider.review.quality;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Use case: counts how people reviewed. A planted item is caught by whoever does not approve it, or edits the mistake away. */
@ApplicationScoped
public class ReadReviewers {

    private static final int MOST = 200;

    /** The other decision on the same version is looked up by the item's key, one by one: a join would read the whole history. */
    private static final String COUNT = """
            with mine as (
                select d.*, coalesce(i.state not in (%s), false) as planted, p.false_text from item_decision d
                left join planted_item p on p.workspace_id = d.workspace_id and p.item_id = d.item_id
                left join item i on i.workspace_id = p.workspace_id and i.id = p.item_id
                where d.workspace_id = $1 and d.decide_time >= $2 and d.decide_time < $3 and ($4 = '' or d.decided_by = $4))
            select m.decided_by,
                count(*) filter (where not planted) as decisions,
                count(*) filter (where not planted and type in ('ACCEPT', 'EDIT')) as approved,
                percentile_cont(0.5) within group (order by time_on_item_ms)
                    filter (where not planted and time_on_item_ms > 0) as median,
                count(*) filter (where not planted and type = 'ACCEPT') as accepted,
                count(*) filter (where not planted and type = 'ACCEPT' and batch_id = '' and time_on_item_ms = 0) as unopened,
                count(*) filter (where not planted and overrode_lint) as overrides,
                count(*) filter (where not planted and o.same is not null) as doubles,
                count(*) filter (where not planted and o.same) as agreed,
                count(*) filter (where planted) as planted,
                count(*) filter (where planted and %s) as caught
            from mine m
            left join lateral (
                select (o.type in ('ACCEPT', 'EDIT')) = (m.type in ('ACCEPT', 'EDIT')) as same from item_decision o
                where o.workspace_id = m.workspace_id and o.item_id = m.item_id and o.version = m.version
                    and o.decided_by <> m.decided_by
                order by o.number limit 1) o on true
            group by m.decided_by order by count(*) desc, m.decided_by limit %d""".formatted(Told.UNTOLD, Told.CAUGHT, MOST);

    private final Pool pool;

    ReadReviewers(Pool pool) {
        this.pool = pool;
    }

    /** @param only the one person who is asked about; empty for all */
    public Uni<List<ReviewerFigures>> run(String workspace, Period period, String only) {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(workspace, period.from(), period.to(), only))
                .map(rows -> {
                    var all = new ArrayList<ReviewerFigures>();
                    rows.forEach(row -> all.add(figures(row)));
                    return List.copyOf(all);
                });
    }

    private static ReviewerFigures figures(Row row) {
        var median = row.getDouble("median");
        return new ReviewerFigures(
                row.getString("decided_by"),
                row.getLong("decisions"),
                row.getLong("approved"),
                median == null ? null : Duration.ofMillis(Math.round(median)),
                row.getLong("accepted"),
                row.getLong("unopened"),
                row.getLong("overrides"),
                row.getLong("doubles"),
                row.getLong("agreed"),
                row.getLong("planted"),
                row.getLong("caught"));
    }
}
