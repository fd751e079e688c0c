package io.outrider.review.queue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Use case: counts what waits, by lane. */
@ApplicationScoped
public class CountQueue {

    private static final String COUNT =
            "select lane, count(*) as open, min(create_time) as oldest, min(due_time) as due from ("
                    + "select " + Lane.SQL + " as lane, create_time, due_time from item where workspace_id = $1"
                    + " and (state in ('PENDING', 'ESCALATED') or outcome = 'UNKNOWN')) open group by lane"
                    + " union all select 'HELD', count(*), null, null from item where workspace_id = $1 and state = 'HELD'";

    private final Pool pool;

    CountQueue(Pool pool) {
        this.pool = pool;
    }

    public Uni<Counts> run(String workspace) {
        return pool.preparedQuery(COUNT).execute(Tuple.of(workspace)).map(rows -> {
            var lanes = new EnumMap<Lane, Count>(Lane.class);
            for (var lane : Lane.values()) {
                lanes.put(lane, new Count(0, null, null));
            }
            var held = 0L;
            for (var row : rows) {
                if (row.getString("lane").equals("HELD")) {
                    held = row.getLong("open");
                } else {
                    lanes.put(
                            Lane.valueOf(row.getString("lane")),
                            new Count(
                                    row.getLong("open"),
                                    instant(row.get(OffsetDateTime.class, "oldest")),
                                    instant(row.get(OffsetDateTime.class, "due"))));
                }
            }
            return new Counts(lanes, held);
        });
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** @param held decided, not yet in effect */
    public record Counts(Map<Lane, Count> lanes, long held) {}

    public record Count(
            long open, @Nullable Instant oldest, @Nullable Instant due) {}
}
