package io.outrider.review.quality;

import io.outrider.review.audit.Moment;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;

/**
 * Since when somebody reviews without a pause. Judgement gets worse before anybody notices, so whoever shows items asks this and
 * suggests a pause.
 *
 * <p>A sign of reviewing is an item that was opened, or a decision; only looking at a list is none.
 */
@ApplicationScoped
public class Fatigue {

    /** Who has reviewed for longer than this is not more tired for it, so older signs are not read. */
    static final Duration LOOK_BACK = Duration.ofHours(4);

    private static final String SIGNS = """
            select distinct date_trunc('second', at) as at from (
                select open_time as at from item_opening
                where workspace_id = $1 and opened_by = $2 and open_time > $3 and open_time <= $4
                union all
                select decide_time from item_decision
                where workspace_id = $1 and decided_by = $2 and decide_time > $3 and decide_time <= $4) signs
            order by at desc""";

    private final Pool pool;
    private final Clock clock;

    Fatigue(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Of one person in one workspace, as it is now. Takes a connection of its own: not within a transaction. */
    public Uni<Streak> of(String workspace, String reviewer) {
        var now = Moment.now(clock).atOffset(ZoneOffset.UTC);
        var tuple = Tuple.of(workspace, reviewer, now.minus(LOOK_BACK), now);
        return pool.preparedQuery(SIGNS).execute(tuple).map(rows -> {
            var times = new ArrayList<Instant>();
            rows.forEach(row -> times.add(row.get(OffsetDateTime.class, "at").toInstant()));
            return Streak.of(times, now.toInstant());
        });
    }
}
