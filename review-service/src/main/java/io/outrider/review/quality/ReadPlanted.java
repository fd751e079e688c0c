package io.outrider.review.quality;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Use case: tells what was planted, and who caught it. Only of what is decided for good. */
@ApplicationScoped
public class ReadPlanted {

    private static final int MOST = 50;

    private static final String READ = """
            select m.*, %s as caught from (
                select d.*, p.false_text, p.true_text, p.fault, i.action_type, i.domain from item_decision d
                join planted_item p on p.workspace_id = d.workspace_id and p.item_id = d.item_id
                join item i on i.workspace_id = p.workspace_id and i.id = p.item_id
                where d.workspace_id = $1 and d.decide_time >= $2 and d.decide_time < $3 and ($4 = '' or d.decided_by = $4)
                    and i.state not in (%s)) m
            order by m.decide_time desc limit %d""".formatted(Told.CAUGHT, Told.UNTOLD, MOST);

    private final Pool pool;

    ReadPlanted(Pool pool) {
        this.pool = pool;
    }

    /**
     * The newest first.
     *
     * @param only the one person who is asked about; empty for all
     */
    public Uni<List<Planted>> run(String workspace, Period period, String only) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(workspace, period.from(), period.to(), only))
                .map(rows -> {
                    var all = new ArrayList<Planted>();
                    rows.forEach(row -> all.add(planted(row)));
                    return List.copyOf(all);
                });
    }

    private static Planted planted(Row row) {
        return new Planted(
                row.getString("item_id"),
                row.getString("action_type"),
                row.getString("domain"),
                row.getString("decided_by"),
                row.get(OffsetDateTime.class, "decide_time").toInstant(),
                row.getString("type"),
                row.getBoolean("caught"),
                row.getString("fault"),
                row.getString("true_text"),
                row.getString("false_text"));
    }

    /**
     * One decision on a planted item.
     *
     * @param fault for example "wrong-number"
     */
    public record Planted(
            String itemId,
            String actionType,
            String domain,
            String by,
            Instant time,
            String decision,
            boolean caught,
            String fault,
            String trueText,
            String falseText) {}
}
