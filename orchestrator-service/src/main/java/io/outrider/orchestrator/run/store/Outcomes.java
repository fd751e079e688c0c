package io.outrider.orchestrator.run.store;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Effects that need a person or no longer do, and that the gate has yet to hear of. */
@ApplicationScoped
public class Outcomes {

    private static final String NEWS = """
            select e.workspace_id, e.id, e.state, e.reason, a.item_id
              from effect e
              join run_action a on a.workspace_id = e.workspace_id and a.run_id = e.run_id and a.key = e.action_key
             where e.reported_state <> e.state and (e.state in ('UNKNOWN', 'UNDONE') or e.reported_state <> '')
             order by e.settle_time
             limit 50""";
    private static final String TOLD = "update effect set reported_state = $3 where workspace_id = $1 and id = $2";

    private final Pool pool;

    Outcomes(Pool pool) {
        this.pool = pool;
    }

    /** @param state the ledger's, for example "UNKNOWN" */
    public record News(String workspace, String effectId, String state, String reason, String itemId) {}

    /** Oldest first. */
    public CompletableFuture<List<News>> news() {
        return pool.preparedQuery(NEWS)
                .execute()
                .map(rows -> {
                    List<News> news = new ArrayList<>();
                    rows.forEach(row -> news.add(read(row)));
                    return news;
                })
                .toCompletionStage()
                .toCompletableFuture();
    }

    public CompletableFuture<Void> told(News news) {
        return pool.preparedQuery(TOLD)
                .execute(Tuple.of(news.workspace(), news.effectId(), news.state()))
                .<Void>mapEmpty()
                .toCompletionStage()
                .toCompletableFuture();
    }

    private static News read(Row row) {
        return new News(
                row.getString("workspace_id"),
                row.getString("id"),
                row.getString("state"),
                row.getString("reason"),
                row.getString("item_id"));
    }
}
