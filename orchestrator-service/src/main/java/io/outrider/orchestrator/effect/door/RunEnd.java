package io.outrider.orchestrator.effect.door;

import io.outrider.orchestrator.effect.door.Amendments.Standing;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.store.Unnest;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** The end of a run that has waited for an unknown outcome, once that is known. Within the caller's transaction. */
final class RunEnd {

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

    private RunEnd() {}

    /** Whatever else the run does, it does by itself; only an end that waited for this comes now. */
    static Future<Void> after(SqlConnection connection, RunKey run, Standing standing, String why, Instant now) {
        if (!standing.state().equals("NEEDS_ATTENTION")) {
            return Future.succeededFuture();
        }
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
                        .execute(Tuple.of(run.workspace(), run.id(), state, why, Unnest.utc(now))))
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
