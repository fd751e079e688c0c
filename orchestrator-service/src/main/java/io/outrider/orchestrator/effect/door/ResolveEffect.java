package io.outrider.orchestrator.effect.door;

import io.outrider.kit.error.StateForbids;
import io.outrider.orchestrator.effect.door.Amendments.Act;
import io.outrider.orchestrator.effect.door.Amendments.Standing;
import io.outrider.orchestrator.run.Asked;
import io.outrider.orchestrator.run.RunChanges;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.store.Unnest;
import io.outrider.orchestrator.v1.Effect;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** Use case: a person found out what became of an effect. Nothing is sent. */
@ApplicationScoped
class ResolveEffect {

    private static final String FREE = "delete from effect_message where workspace_id = $1 and effect_id = $2";
    private static final String STATES = "select state from run_action where workspace_id = $1 and run_id = $2";
    private static final String END = """
            update run
               set state = $3,
                   reason = $4,
                   end_time = case when $3 in ('WAITING', 'NEEDS_ATTENTION') then end_time else coalesce(end_time, $5) end,
                   step = case when $3 = 'FAILED' then 'ACT' else step end,
                   failure_step = case when $3 = 'FAILED' then 'ACT' else '' end,
                   failure_code = case when $3 = 'FAILED' then coalesce(nullif(failure_code, ''), 'DID_NOT_HAPPEN') else '' end,
                   failure_attempts = case when $3 = 'FAILED' then 1 else 0 end,
                   failure_time = case when $3 = 'FAILED' then $5 end
             where workspace_id = $1 and id = $2""";

    private final Pool pool;
    private final RunChanges changes;
    private final Clock clock;

    ResolveEffect(Pool pool, RunChanges changes, Clock clock) {
        this.pool = pool;
        this.changes = changes;
        this.clock = clock;
    }

    /** @param why who found out, and how */
    record Finding(Asked asked, RunKey run, String actionKey, boolean happened, String why) {}

    Future<Effect> run(Finding finding) {
        return pool.withTransaction(connection -> Requests.used(connection, finding.asked())
                        .compose(used -> used ? Future.succeededFuture() : resolve(connection, finding))
                        .compose(done -> EffectRows.one(connection, finding.run(), finding.actionKey())))
                .map(found -> Objects.requireNonNull(found).effect())
                .onComplete(done -> changes.changed(finding.run()));
    }

    private Future<Void> resolve(SqlConnection connection, Finding finding) {
        var run = finding.run();
        var now = clock.instant();
        return Amendments.lock(connection, run)
                .compose(standing -> EffectRows.one(connection, run, finding.actionKey())
                        .compose(found -> settle(connection, finding, found, now))
                        .compose(done -> end(connection, finding, standing, now)))
                .compose(done -> Amendments.tell(
                        connection,
                        run,
                        finding.happened() ? "found to have happened" : "found not to have happened",
                        finding.actionKey() + ": " + finding.why(),
                        now))
                .compose(done -> Requests.remember(connection, finding.asked(), run.id(), now));
    }

    private static Future<Void> settle(SqlConnection connection, Finding finding, EffectRows.Found found, Instant now) {
        if (!found.state().equals("UNKNOWN")) {
            throw new StateForbids("NOT_UNKNOWN", "The effect's outcome is known: " + found.state());
        }
        var act = new Act(finding.actionKey(), finding.happened() ? "DONE" : "FAILED", finding.why());
        var settled = Amendments.settle(
                connection, finding.run(), found.id(), finding.happened() ? "DONE" : "REFUSED", act, now);
        return finding.happened()
                ? settled
                : settled.compose(done -> connection
                        .preparedQuery(FREE)
                        .execute(Tuple.of(finding.run().workspace(), found.id()))
                        .mapEmpty());
    }

    /** Whatever else the run does, it does by itself; only an end that waited for this person comes now. */
    private static Future<Void> end(SqlConnection connection, Finding finding, Standing standing, Instant now) {
        if (!standing.state().equals("NEEDS_ATTENTION")) {
            return Future.succeededFuture();
        }
        var run = finding.run();
        return connection
                .preparedQuery(STATES)
                .execute(Tuple.of(run.workspace(), run.id()))
                .map(rows -> {
                    Set<String> states = new HashSet<>();
                    rows.forEach(row -> states.add(row.getString("state")));
                    return after(states, standing);
                })
                .compose(state -> connection
                        .preparedQuery(END)
                        .execute(Tuple.of(run.workspace(), run.id(), state, finding.why(), Unnest.utc(now))))
                .mapEmpty();
    }

    static String after(Set<String> actions, Standing standing) {
        if (actions.contains("UNKNOWN")) {
            return "NEEDS_ATTENTION";
        } else if (standing.cancelled()) {
            return "CANCELLED";
        } else if (actions.contains("PENDING_REVIEW")) {
            return "WAITING";
        } else if (actions.contains("FAILED") || actions.contains("GRANTED")) {
            return "FAILED";
        }
        return standing.disqualified() ? "DISQUALIFIED" : "COMPLETED";
    }
}
