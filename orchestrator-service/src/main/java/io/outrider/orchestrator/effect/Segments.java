package io.outrider.orchestrator.effect;

import io.outrider.orchestrator.run.store.Unnest;
import io.quarkus.logging.Log;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * To which segments a message of a workspace has gone before. What was reached once stays reached, so that each replica asks
 * once. What a crash forgets is found again by the next message; until then it only adds review.
 */
@ApplicationScoped
public class Segments {

    /** Longer than a row takes to be seen: every leg of a run must get the same answer, or its proposal would change. */
    private static final Duration SEEN = Duration.ofMinutes(1);

    private static final String ASK = "select first_time from segment_reached where workspace_id = $1 and segment = $2";
    private static final String KEEP = """
            insert into segment_reached (workspace_id, segment, first_time) values ($1, $2, $3) on conflict do nothing""";

    private final Pool pool;
    private final Clock clock;
    private final Set<Segment> reached = ConcurrentHashMap.newKeySet();
    private final Map<Segment, Instant> firstTimes = new ConcurrentHashMap<>();

    Segments(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * Whether nobody in it had been written to when the run began. Blocks for one look-up where nothing is known yet.
     *
     * @param segment empty for none: nobody can say that one was written to before
     * @param began when the run was accepted
     */
    public boolean isNew(String workspace, String segment, Instant began) {
        if (segment.isEmpty()) {
            return true;
        }
        var asked = new Segment(workspace, segment);
        var first = firstTimes.containsKey(asked) ? firstTimes.get(asked) : look(asked);
        return first == null || !first.plus(SEEN).isBefore(began);
    }

    private @Nullable Instant look(Segment asked) {
        var rows = pool.preparedQuery(ASK)
                .execute(Tuple.of(asked.workspace(), asked.id()))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        if (rows.size() == 0) {
            return null;
        }
        var first = rows.iterator().next().getOffsetDateTime("first_time").toInstant();
        firstTimes.put(asked, first);
        return first;
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
