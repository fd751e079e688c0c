package io.outrider.orchestrator.effect;

import io.outrider.orchestrator.run.store.Unnest;
import io.quarkus.logging.Log;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * To which segments a message of a workspace has gone before. What was reached once stays reached, so that each replica asks
 * once. What a crash forgets is found again by the next message; until then it only adds review.
 */
@ApplicationScoped
public class Segments {

    private static final String ASK = "select 1 from segment_reached where workspace_id = $1 and segment = $2";
    private static final String KEEP = """
            insert into segment_reached (workspace_id, segment, first_time) values ($1, $2, $3) on conflict do nothing""";

    private final Pool pool;
    private final Clock clock;
    private final Set<Segment> reached = ConcurrentHashMap.newKeySet();

    Segments(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * Blocks for one look-up where nothing is known yet.
     *
     * @param segment empty for none: nobody can say that one was written to before
     */
    public boolean isNew(String workspace, String segment) {
        var asked = new Segment(workspace, segment);
        if (segment.isEmpty() || reached.contains(asked)) {
            return segment.isEmpty();
        }
        var rows = pool.preparedQuery(ASK)
                .execute(Tuple.of(workspace, segment))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        if (rows.size() > 0) {
            reached.add(asked);
        }
        return rows.size() == 0;
    }

    /** A provider has confirmed a message to it. Does not wait until that is stored. */
    public void reach(String workspace, String segment) {
        var now = new Segment(workspace, segment);
        if (segment.isEmpty() || !reached.add(now)) {
            return;
        }
        pool.preparedQuery(KEEP)
                .execute(Tuple.of(workspace, segment, Unnest.utc(clock.instant())))
                .onFailure(failure -> {
                    reached.remove(now);
                    Log.debugf(failure, "It is not stored that %s was reached", segment);
                });
    }

    private record Segment(String workspace, String id) {}
}
