package io.outrider.orchestrator.run.store;

import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.run.LegId;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.TimelineEntry;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ends legs that cannot end themselves. */
final class LegEnds {

    static final String GIVE_UP = Sql.read("give_up");
    private static final String DROP = "delete from scheduled_tasks where task_name = 'run' and task_instance = $1";

    /** Once more where a crash came in between: the action is not open again until the run's own commit. */
    private static final String REOPEN = """
            update effect set state = 'BUSY'
             where workspace_id = $1 and run_id = $2 and grant_id = any($3) and state in ('REFUSED', 'BUSY')
               and attempt - tried < $4
            returning grant_id, attempt - tried as tries""";

    private static final String TRIES = """
            select coalesce(max(attempt - tried), 1) as tries
              from effect where workspace_id = $1 and run_id = $2 and grant_id = any($3)""";

    private final Pool pool;

    LegEnds(Pool pool) {
        this.pool = pool;
    }

    /** The leg is not its run's present one: nothing is left to do. */
    Future<Void> drop(LegId leg) {
        return pool.preparedQuery(DROP).execute(Tuple.of(leg.instance())).mapEmpty();
    }

    /** @return by grant, how often each has been tried */
    Future<Map<String, Integer>> reopen(RunKey run, List<String> grants, int most) {
        return pool.preparedQuery(REOPEN)
                .execute(Tuple.of(run.workspace(), run.id(), grants.toArray(String[]::new), most))
                .map(rows -> {
                    Map<String, Integer> attempts = new HashMap<>();
                    rows.forEach(row -> attempts.put(row.getString("grant_id"), row.getInteger("tries")));
                    return attempts;
                });
    }

    Future<Integer> tries(RunKey run, List<String> grants) {
        return pool.preparedQuery(TRIES)
                .execute(Tuple.of(run.workspace(), run.id(), grants.toArray(String[]::new)))
                .map(rows -> rows.iterator().next().getInteger("tries"));
    }

    Future<Void> giveUp(LegId leg, String reason, Instant now) {
        var entries = Run.newBuilder()
                .addTimeline(TimelineEntry.newBuilder()
                        .setTime(Timestamps.toWire(now))
                        .setEvent("failed")
                        .setDetail(reason))
                .build();
        return pool.preparedQuery(GIVE_UP)
                .execute(Tuple.tuple()
                        .addString(leg.run().workspace())
                        .addString(leg.run().id())
                        .addInteger(leg.leg())
                        .addString(reason)
                        .addValue(Unnest.utc(now))
                        .addBuffer(Buffer.buffer(entries.toByteArray()))
                        .addString(leg.instance()))
                .mapEmpty();
    }
}
