package io.outrider.review.feed;

import io.outrider.kit.security.Caller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reads decisions in an order that never changes: by the transaction that made them. A decision is shown once every transaction
 * that began before its own has ended, so that none can appear behind a reader's cursor.
 *
 * <p>A transaction that stays open anywhere in the same PostgreSQL server holds the stream back: keep them short.
 */
@ApplicationScoped
public class DecisionStream {

    private static final int PAGE = 200;
    private static final String NEXT = """
            select f.xid::text::bigint as xid, f.seq, f.document,
                f.xid < pg_snapshot_xmin(pg_current_snapshot()) as settled
            from decision_feed f
            where (f.xid, f.seq) > ($1::text::xid8, $2) and ($3 = '*' or f.workspace_id = $3)
            order by f.xid, f.seq limit %d""".formatted(PAGE);

    private final Pool pool;
    private final Wake wake;
    private final FeedConfig config;

    DecisionStream(Pool pool, Wake wake, FeedConfig config) {
        this.pool = pool;
        this.wake = wake;
        this.config = config;
    }

    /**
     * Endless: what was decided after {@code cursor}, then what is decided from now on.
     *
     * @param workspace {@link Caller#EVERY_WORKSPACE} for all
     */
    public Multi<Event> after(Cursor cursor, String workspace) {
        var place = new AtomicReference<>(cursor);
        return Multi.createBy()
                .repeating()
                .uni(() -> next(place, workspace))
                .indefinitely()
                .onItem()
                .disjoint();
    }

    private Uni<List<Event>> next(AtomicReference<Cursor> place, String workspace) {
        var calls = wake.calls();
        return read(place.get(), workspace).chain(page -> {
            if (!page.events().isEmpty()) {
                place.set(page.events().getLast().cursor());
                return Uni.createFrom().item(page.events());
            }
            var pause = page.unsettled() ? config.settle() : config.poll();
            return wake.after(calls, pause).replaceWith(List.of());
        });
    }

    private Uni<Page> read(Cursor after, String workspace) {
        return pool.preparedQuery(NEXT)
                .execute(Tuple.of(String.valueOf(after.xid()), after.seq(), workspace))
                .map(rows -> {
                    var events = new ArrayList<Event>();
                    for (var row : rows) {
                        if (!row.getBoolean("settled")) {
                            return new Page(events, true);
                        }
                        events.add(event(row));
                    }
                    return new Page(events, false);
                });
    }

    private static Event event(Row row) {
        return new Event(
                new Cursor(row.getLong("xid"), row.getLong("seq")),
                row.getBuffer("document").getBytes());
    }

    /** @param document as {@link DecisionFeed#add} was given it */
    public record Event(Cursor cursor, byte[] document) {}

    private record Page(List<Event> events, boolean unsettled) {}
}
