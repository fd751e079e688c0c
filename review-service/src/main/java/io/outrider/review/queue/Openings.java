package io.outrider.review.queue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who had which version of an item before them, since when. Needs a session of the caller's. */
final class Openings {

    private static final String OPEN = """
            insert into item_opening as o (workspace_id, item_id, version, opened_by, open_time)
            values (:workspace, :item, :version, :by, :now)
            on conflict (workspace_id, item_id, version, opened_by) do update set open_time = o.open_time
            returning open_time""";
    private static final String SINCE = "select open_time from item_opening where workspace_id = :workspace"
            + " and item_id = :item and version = :version and opened_by = :by";

    private Openings() {}

    /** When the reader first opened this version, which may be now. */
    static Uni<Instant> open(Item item, String by, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OPEN, Instant.class)
                        .setParameter("workspace", item.workspace())
                        .setParameter("item", item.id())
                        .setParameter("version", item.version())
                        .setParameter("by", by)
                        .setParameter("now", now)
                        .getSingleResult());
    }

    /** How long the version has been open before the reader; 0 where it never was. */
    static Uni<Long> millis(Item item, String by, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SINCE, Instant.class)
                        .setParameter("workspace", item.workspace())
                        .setParameter("item", item.id())
                        .setParameter("version", item.version())
                        .setParameter("by", by)
                        .getSingleResultOrNull())
                .map(since -> millis(since, now));
    }

    /** How long something opened then has been open; 0 where it never was. */
    static long millis(@Nullable Instant since, Instant now) {
        return since == null ? 0 : Math.max(1, Duration.between(since, now).toMillis());
    }
}
