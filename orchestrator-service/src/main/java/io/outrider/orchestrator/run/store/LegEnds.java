package io.outrider.orchestrator.run.store;

import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.run.LegId;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.TimelineEntry;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;

/** Ends legs that cannot end themselves. */
final class LegEnds {

    private static final String GIVE_UP = Sql.read("give_up");
    private static final String DROP = "delete from scheduled_tasks where task_name = 'run' and task_instance = $1";

    private final Pool pool;

    LegEnds(Pool pool) {
        this.pool = pool;
    }

    /** The leg is not its run's present one: nothing is left to do. */
    Future<Void> drop(LegId leg) {
        return pool.preparedQuery(DROP).execute(Tuple.of(leg.instance())).mapEmpty();
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
