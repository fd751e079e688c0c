package io.outrider.review.queue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Use case: who read which version of some items, and when first. */
@ApplicationScoped
public class ReadOpenings {

    private static final String OF_ITEMS = """
            select item_id, version, opened_by, open_time from item_opening
            where workspace_id = :workspace and item_id in :items order by open_time limit 2000""";

    /** Oldest first. */
    public Uni<List<Opened>> of(String workspace, List<String> itemIds) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(OF_ITEMS, Object[].class)
                        .setParameter("workspace", workspace)
                        .setParameter("items", itemIds)
                        .getResultList())
                .map(rows -> rows.stream().map(ReadOpenings::opened).toList()));
    }

    private static Opened opened(Object[] row) {
        var time = row[3] instanceof OffsetDateTime offset ? offset.toInstant() : (Instant) row[3];
        return new Opened((String) row[0], ((Number) row[1]).intValue(), (String) row[2], time);
    }

    public record Opened(String itemId, int version, String by, Instant time) {}
}
