package io.outrider.orchestrator.run.store;

import io.outrider.orchestrator.run.QueuePlace;
import io.outrider.orchestrator.run.RunKey;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Enqueues the next leg of held runs, inside the transaction that lifts what held them. */
public final class Releases {

    /** A held run, and where it shall stand in the queue. */
    public record Freed(RunKey run, QueuePlace place) {}

    private static final Unnest<Freed> RUNS = new Unnest<Freed>(2)
            .text("ws", f -> f.run().workspace())
            .text("id", f -> f.run().id())
            .time("due", f -> f.place().due())
            .int4("priority", f -> f.place().priority());
    static final String RELEASE = Sql.read("release").replace("{k}", RUNS.as("k"));

    private Releases() {}

    /** Ahead of what has not begun. */
    public static List<Freed> next(List<RunKey> runs, Instant now) {
        return runs.stream()
                .map(run -> new Freed(run, new QueuePlace(QueuePlace.RELEASED, now)))
                .toList();
    }

    /** One after the other from a place on. */
    public static List<Freed> from(QueuePlace first, List<RunKey> runs) {
        List<Freed> freed = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            freed.add(new Freed(runs.get(i), first.after(i)));
        }
        return freed;
    }

    /** @return how many go on: those that are HELD and that nothing holds any more */
    public static Future<Integer> release(SqlConnection transaction, List<Freed> runs, Instant now) {
        if (runs.isEmpty()) {
            return Future.succeededFuture(0);
        }
        var parameters = Tuple.of(Unnest.utc(now));
        RUNS.bind(runs, parameters);
        return transaction
                .preparedQuery(RELEASE)
                .execute(parameters)
                .map(rows -> rows.iterator().next().getInteger("freed"));
    }
}
