package io.outrider.orchestrator.effect.door;

import io.outrider.kit.error.Stale;
import io.outrider.orchestrator.lookout.Lookout;
import io.outrider.orchestrator.run.RunChanges;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.store.Sql;
import io.outrider.orchestrator.run.store.Unnest;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Use case: a process that was taken for dead has said after all what became of its effect. The action that waits for a
 * person because of it gets the true outcome, and the run its end. Where nothing was sent, because it was too late for that or the
 * provider was busy, the grant still stands, and the run does it anew. Any replica may do it; the run's lock lets one.
 */
@ApplicationScoped
class Belated {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final String LATE = """
            select workspace_id, id, run_id from effect where late order by settle_time limit 50""";
    private static final String BOTH = """
            select e.action_key, e.state, e.reason, a.state as action_state
              from effect e
              join run_action a on a.workspace_id = e.workspace_id and a.run_id = e.run_id and a.key = e.action_key
                               and a.grant_id = e.grant_id
             where e.workspace_id = $1 and e.id = $2 and e.late""";
    private static final String ACT =
            "update run_action set state = $4, reason = $5 where workspace_id = $1 and run_id = $2 and key = $3";
    private static final String GO_ON = Sql.read("go_on");

    /** Nothing happened and nobody tries it by itself any more: that is what a refusal is. */
    private static final String REFUSE =
            "update effect set state = 'REFUSED' where workspace_id = $1 and id = $2 and state = 'BUSY'";

    private static final String SEEN = "update effect set late = false where workspace_id = $1 and id = $2";

    private final Pool pool;
    private final RunChanges changes;
    private final Clock clock;
    private final Lookout lookout = new Lookout(
            "belated", LOOK_EVERY, this::all, e -> Log.debugf(e, "Some late outcomes have not reached their runs yet"));

    Belated(Pool pool, RunChanges changes, Clock clock) {
        this.pool = pool;
        this.changes = changes;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        lookout.start();
    }

    void stop(@Observes ShutdownEvent event) {
        lookout.stop();
    }

    /** Brings every outcome that came late to its run; those whose run moves at this moment, the next time. */
    void all() {
        List<Row> rows = new ArrayList<>();
        Waiting.on(pool.preparedQuery(LATE).execute().onSuccess(found -> found.forEach(rows::add)));
        for (var row : rows) {
            var run = new RunKey(row.getString("workspace_id"), row.getString("run_id"));
            try {
                Waiting.on(pool.withTransaction(connection -> one(connection, run, row.getString("id"))));
                changes.changed(run);
            } catch (Stale e) {
                Log.debugf("Run %s moves: what came late waits", run.id());
            } catch (RuntimeException e) {
                // One that cannot be brought to its run holds up no other.
                Log.warnf(e, "What came late has not reached run %s", run.id());
            }
        }
    }

    private Future<Void> one(SqlConnection connection, RunKey run, String effectId) {
        return Amendments.lock(connection, run)
                .compose(standing -> connection
                        .preparedQuery(BOTH)
                        .execute(Tuple.of(run.workspace(), effectId))
                        .compose(rows -> rows.size() == 0
                                ? Future.succeededFuture()
                                : told(
                                        connection,
                                        run,
                                        standing,
                                        effectId,
                                        rows.iterator().next())))
                .compose(done -> connection.preparedQuery(SEEN).execute(Tuple.of(run.workspace(), effectId)))
                .mapEmpty();
    }

    private Future<Void> told(
            SqlConnection connection, RunKey run, Amendments.Standing standing, String effectId, Row both) {
        var state = truth(both.getString("state"), both.getString("action_state"));
        if (state == null) {
            return Future.succeededFuture();
        }
        var late = new Late(
                run,
                effectId,
                both.getString("action_key"),
                "the process that did it was late, and says: " + both.getString("reason"),
                clock.instant());
        return (both.getString("state").equals("BUSY") ? goOn(connection, late) : Future.succeededFuture(false))
                .compose(goesOn -> goesOn ? act(connection, late, "GRANTED") : end(connection, late, standing, state))
                .compose(done -> Amendments.tell(
                        connection, run, "outcome known after all", late.key() + ": " + late.why(), late.now()));
    }

    /** Whether the run will come to the action again. */
    private static Future<Boolean> goOn(SqlConnection connection, Late late) {
        return connection
                .preparedQuery(GO_ON)
                .execute(Tuple.of(late.run().workspace(), late.run().id(), Unnest.utc(late.now())))
                .map(rows -> rows.iterator().next().getBoolean("goes_on"));
    }

    private static Future<Void> end(SqlConnection connection, Late late, Amendments.Standing standing, String state) {
        return connection
                .preparedQuery(REFUSE)
                .execute(Tuple.of(late.run().workspace(), late.effectId()))
                .compose(done -> act(connection, late, state))
                .compose(done -> RunEnd.after(connection, late.run(), standing, late.why(), late.now()));
    }

    private static Future<Void> act(SqlConnection connection, Late late, String state) {
        return connection
                .preparedQuery(ACT)
                .execute(Tuple.of(late.run().workspace(), late.run().id(), late.key(), state, late.why()))
                .mapEmpty();
    }

    /** What came late, of which action. */
    private record Late(RunKey run, String effectId, String key, String why, Instant now) {}

    /** Null where the action says the same already, or nobody knows yet. */
    private static @Nullable String truth(String effect, String action) {
        return switch (effect) {
            case "DONE" -> action.equals("UNKNOWN") || action.equals("FAILED") ? "DONE" : null;
            case "REFUSED", "BUSY" -> action.equals("UNKNOWN") ? "FAILED" : null;
            default -> null;
        };
    }
}
