package io.outrider.orchestrator.run.store;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Effects that need a person or no longer do, and those that went badly, that the gate has yet to hear of. */
@ApplicationScoped
public class Outcomes {

    private static final String NEWS = """
            select e.workspace_id, e.id, e.state, e.reason, a.item_id
              from effect e
              join run_action a on a.workspace_id = e.workspace_id and a.run_id = e.run_id and a.key = e.action_key
             where e.reported_state <> e.state and (e.state in ('UNKNOWN', 'UNDONE') or e.reported_state <> '')
               and e.state in ('UNKNOWN', 'UNDONE', 'DONE', 'REFUSED')
             order by e.settle_time
             limit 50""";
    private static final String FROM_CONTACTS = """
            select c.workspace_id, c.effect_id as id, c.outcome as state, c.detail as reason, a.item_id
              from contact_outcome c
              join effect e on e.workspace_id = c.workspace_id and e.id = c.effect_id and e.state = 'DONE'
              join run_action a on a.workspace_id = e.workspace_id and a.run_id = e.run_id and a.key = e.action_key
             where not c.reported
             order by c.create_time
             limit 50""";
    private static final String TOLD = "update effect set reported_state = $3 where workspace_id = $1 and id = $2";
    private static final String TOLD_OF_CONTACT =
            "update contact_outcome set reported = true where workspace_id = $1 and effect_id = $2 and outcome = $3";

    private final Pool pool;

    Outcomes(Pool pool) {
        this.pool = pool;
    }

    /** @param state the ledger's, for example "UNKNOWN"; or what the contact made known: "BOUNCED" or "COMPLAINED" */
    public record News(String workspace, String effectId, String state, String reason, String itemId) {

        boolean isFromContact() {
            return state.equals("BOUNCED") || state.equals("COMPLAINED");
        }
    }

    /** Oldest first; what contacts made known after what the ledger has. */
    public CompletableFuture<List<News>> news() {
        List<News> news = new ArrayList<>();
        return pool.preparedQuery(NEWS)
                .execute()
                .onSuccess(rows -> rows.forEach(row -> news.add(read(row))))
                .compose(rows -> pool.preparedQuery(FROM_CONTACTS).execute())
                .map(rows -> {
                    rows.forEach(row -> news.add(read(row)));
                    return news;
                })
                .toCompletionStage()
                .toCompletableFuture();
    }

    public CompletableFuture<Void> told(News news) {
        return pool.preparedQuery(news.isFromContact() ? TOLD_OF_CONTACT : TOLD)
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
