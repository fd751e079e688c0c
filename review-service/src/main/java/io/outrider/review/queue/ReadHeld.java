package io.outrider.review.queue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Use case: the decisions that one person can still take back, the newest first. */
@ApplicationScoped
public class ReadHeld {

    private static final String OF_ONE = """
            select id from item where workspace_id = :workspace and state = 'HELD' and release_time > :now
            and held ->> 'by' = :by order by held ->> 'decided' desc, id limit 1000""";

    private final ItemRows items;
    private final Clock clock;

    ReadHeld(ItemRows items, Clock clock) {
        this.items = items;
        this.clock = clock;
    }

    public Uni<List<Item>> by(String workspace, String by) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(OF_ONE, String.class)
                        .setParameter("workspace", workspace)
                        .setParameter("now", clock.instant())
                        .setParameter("by", by)
                        .getResultList())
                .chain(ids -> items.inOrder(workspace, ids)));
    }
}
