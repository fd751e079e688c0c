package io.outrider.orchestrator.run.store;

import io.outrider.orchestrator.run.RunKey;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Enqueues the next leg of runs that were decided on, inside the transaction that knows of the decision. */
@ApplicationScoped
public class Wakes {

    private static final Unnest<RunKey> RUNS =
            new Unnest<RunKey>(2).text("ws", RunKey::workspace).text("id", RunKey::id);
    static final String WAKE = Sql.read("wake").replace("{k}", RUNS.as("k"));

    /** @return how many were woken */
    public Future<Long> wake(SqlConnection transaction, List<RunKey> runs, Instant now) {
        var parameters = Tuple.of(Unnest.utc(now));
        RUNS.bind(runs, parameters);
        return transaction
                .preparedQuery(WAKE)
                .execute(parameters)
                .map(rows -> rows.iterator().next().getLong("woken"));
    }
}
