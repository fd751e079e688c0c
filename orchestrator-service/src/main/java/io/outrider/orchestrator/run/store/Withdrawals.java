package io.outrider.orchestrator.run.store;

import io.outrider.orchestrator.run.RunKey;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Cancelled runs that the gate has yet to hear of. Written in the transaction that asks to cancel. */
@ApplicationScoped
public class Withdrawals {

    /** Also how long another replica leaves it alone. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private static final String TAKE = """
            with due as (
                select w.workspace_id, w.run_id
                  from withdrawal w join run r on r.workspace_id = w.workspace_id and r.id = w.run_id
                 where w.next_try <= $1 and r.end_time is not null
                 order by w.next_try
                 limit 50
                   for update of w skip locked
            )
            update withdrawal w
               set next_try = $2
              from due
             where w.workspace_id = due.workspace_id and w.run_id = due.run_id
            returning w.*, array(select e.grant_id from effect e
                                  where e.workspace_id = w.workspace_id and e.run_id = w.run_id
                                    and e.state not in ('BUSY', 'REFUSED')) as used""";
    private static final String DONE = "delete from withdrawal where workspace_id = $1 and run_id = $2";

    private final Pool pool;
    private final Clock clock;

    Withdrawals(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** @param usedGrants that may have acted: they are not to be taken back */
    public record Due(RunKey run, String reason, List<String> usedGrants) {

        public Due {
            usedGrants = List.copyOf(usedGrants);
        }
    }

    /** Those whose run has ended, for this caller alone for a while. */
    public CompletableFuture<List<Due>> take() {
        var now = clock.instant();
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(Unnest.utc(now), Unnest.utc(now.plus(AGAIN))))
                .map(rows -> {
                    List<Due> due = new ArrayList<>();
                    rows.forEach(row -> due.add(read(row)));
                    return due;
                })
                .toCompletionStage()
                .toCompletableFuture();
    }

    public CompletableFuture<Void> done(RunKey run) {
        return pool.preparedQuery(DONE)
                .execute(Tuple.of(run.workspace(), run.id()))
                .<Void>mapEmpty()
                .toCompletionStage()
                .toCompletableFuture();
    }

    private static Due read(Row row) {
        return new Due(
                new RunKey(row.getString("workspace_id"), row.getString("run_id")),
                row.getString("reason"),
                List.of(row.getArrayOfStrings("used")));
    }
}
