package io.outrider.review.feed;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What happens in one workspace's queue, for those who look at it. Read from the audit chain, which has no gaps and whose
 * numbers appear in order: nothing is skipped, whoever reconnects.
 *
 * <p>A decision wakes the readers at once. A new item is seen within {@link FeedConfig#look()}: telling of each would make
 * every proposal's commit wait for the others'.
 */
@ApplicationScoped
public class QueueChanges {

    private static final int PAGE = 500;
    private static final String NEXT = """
            select number, kind, item_id, actor from audit_event
            where workspace_id = $1 and number > $2 order by number limit %d""".formatted(PAGE);
    private static final String NEWEST = "select audit_count from workspace where workspace_id = $1";

    private final Pool pool;
    private final Wake wake;
    private final FeedConfig config;

    QueueChanges(Pool pool, Wake wake, FeedConfig config) {
        this.pool = pool;
        this.wake = wake;
        this.config = config;
    }

    /** The number of the newest change; 0 in a new workspace. */
    public Uni<Long> newest(String workspace) {
        return pool.preparedQuery(NEWEST)
                .execute(Tuple.of(workspace))
                .map(rows -> rows.size() == 0 ? 0L : rows.iterator().next().getLong("audit_count"));
    }

    /** Endless: an empty list each time there was nothing for a while, so that a reader can look at its own affairs. */
    public Multi<List<Change>> after(String workspace, long number) {
        var place = new AtomicLong(number);
        return Multi.createBy().repeating().uni(() -> next(place, workspace)).indefinitely();
    }

    private Uni<List<Change>> next(AtomicLong place, String workspace) {
        var calls = wake.calls();
        return read(place.get(), workspace).chain(changes -> {
            if (changes.isEmpty()) {
                return wake.after(calls, config.look()).replaceWith(List.of());
            }
            place.set(changes.getLast().number());
            return Uni.createFrom().item(changes);
        });
    }

    private Uni<List<Change>> read(long after, String workspace) {
        return pool.preparedQuery(NEXT).execute(Tuple.of(workspace, after)).map(rows -> {
            var changes = new ArrayList<Change>();
            for (var row : rows) {
                changes.add(change(row));
            }
            return changes;
        });
    }

    private static Change change(Row row) {
        return new Change(
                row.getLong("number"), row.getString("kind"), row.getString("item_id"), row.getString("actor"));
    }

    /**
     * @param number its place in the workspace's chain
     * @param kind as the audit log names it, for example "PROPOSED"
     * @param itemId empty where it is about no item
     */
    public record Change(long number, String kind, String itemId, String actor) {}
}
