package io.outrider.orchestrator.effect.door;

import io.outrider.kit.error.NotFound;
import io.outrider.kit.error.Stale;
import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.store.Unnest;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunStep;
import io.outrider.orchestrator.v1.TimelineEntry;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;

/** Changes that people make to runs that no execution carries at the moment. Within the caller's transaction. */
final class Amendments {

    private static final String LOCK =
            "select state, cancel_reason is not null as cancelled, disqualified from run where workspace_id = $1 and id = $2 for update";
    private static final String TELL = """
            with moved as (
                update run set version = version + 1, update_time = $3
                 where workspace_id = $1 and id = $2
                returning workspace_id, id, version
            )
            insert into run_event (workspace_id, run_id, version, entries)
            select workspace_id, id, version, $4 from moved""";
    private static final String ACT =
            "update run_action set state = $4, reason = $5 where workspace_id = $1 and run_id = $2 and key = $3";
    private static final String EFFECT =
            "update effect set state = $3, reason = $4, settle_time = $5 where workspace_id = $1 and id = $2";

    private Amendments() {}

    /** The run as it stands; nobody moves it until the transaction ends. */
    record Standing(String state, boolean cancelled, boolean disqualified) {

        boolean isMoving() {
            return state.equals("RUNNING");
        }
    }

    /** Fails with {@link Stale} where an execution carries the run. */
    static Future<Standing> lock(SqlConnection connection, RunKey run) {
        return held(connection, run).map(standing -> {
            if (standing.isMoving()) {
                throw new Stale("The run is moving at this moment: try again");
            }
            return standing;
        });
    }

    /** Also where an execution carries the run: that one loses its next commit if the run's version grows. */
    static Future<Standing> held(SqlConnection connection, RunKey run) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(run.workspace(), run.id()))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw new NotFound("run", run.id());
                    }
                    var row = rows.iterator().next();
                    return new Standing(
                            row.getString("state"), row.getBoolean("cancelled"), row.getBoolean("disqualified"));
                });
    }

    static Future<Void> tell(SqlConnection connection, RunKey run, String event, String detail, Instant now) {
        var entries = Run.newBuilder()
                .addTimeline(TimelineEntry.newBuilder()
                        .setTime(Timestamps.toWire(now))
                        .setStep(RunStep.RUN_STEP_ACT)
                        .setEvent(event)
                        .setDetail(detail))
                .build();
        return connection
                .preparedQuery(TELL)
                .execute(Tuple.of(run.workspace(), run.id(), Unnest.utc(now), Buffer.buffer(entries.toByteArray())))
                .mapEmpty();
    }

    /** Puts effect and action into their new states. */
    static Future<Void> settle(
            SqlConnection connection, RunKey run, String effectId, String effectState, Act act, Instant now) {
        return connection
                .preparedQuery(EFFECT)
                .execute(Tuple.of(run.workspace(), effectId, effectState, act.reason(), Unnest.utc(now)))
                .compose(done -> connection
                        .preparedQuery(ACT)
                        .execute(Tuple.of(run.workspace(), run.id(), act.key(), act.state(), act.reason())))
                .mapEmpty();
    }

    /** What an action becomes. */
    record Act(String key, String state, String reason) {}
}
