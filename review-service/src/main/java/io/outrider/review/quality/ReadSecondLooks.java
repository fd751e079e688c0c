package io.outrider.review.quality;

import io.outrider.review.quality.SecondLookFigures.Pair;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;

/**
 * Use case: counts how blind second looks agreed with the first decisions. Both are asked the same: does it go as it is? An edit says that
 * it does not.
 */
@ApplicationScoped
public class ReadSecondLooks {

    private static final int MOST = 2_000;

    private static final String COUNT = """
            select first_by, answered_by,
                count(*) filter (where first_type = 'ACCEPT' and answer = 'ACCEPT') as both_yes,
                count(*) filter (where first_type = 'ACCEPT' and answer <> 'ACCEPT') as first_yes,
                count(*) filter (where first_type <> 'ACCEPT' and answer = 'ACCEPT') as second_yes,
                count(*) filter (where first_type <> 'ACCEPT' and answer <> 'ACCEPT') as both_no
            from second_look where workspace_id = $1 and answer_time >= $2 and answer_time < $3
                and ($4 = '' or first_by = $4 or answered_by = $4)
            group by 1, 2 order by count(*) desc, 1, 2 limit %d""".formatted(MOST);

    private final Pool pool;

    ReadSecondLooks(Pool pool) {
        this.pool = pool;
    }

    /** @param only the one person who is asked about; empty for all */
    public Uni<SecondLookFigures> run(String workspace, Period period, String only) {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(workspace, period.from(), period.to(), only))
                .map(rows -> {
                    var all = new ArrayList<Pair>();
                    rows.forEach(row -> all.add(pair(row)));
                    return SecondLookFigures.of(all);
                });
    }

    private static Pair pair(Row row) {
        return new Pair(
                row.getString("first_by"),
                row.getString("answered_by"),
                new Agreement(
                        row.getLong("both_yes"),
                        row.getLong("first_yes"),
                        row.getLong("second_yes"),
                        row.getLong("both_no")));
    }
}
