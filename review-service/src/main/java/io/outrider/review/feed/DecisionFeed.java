package io.outrider.review.feed;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes decisions for those who watch, inside the transaction of the decision. */
@ApplicationScoped
public class DecisionFeed {

    /** The PostgreSQL channel that tells of new decisions. */
    static final String CHANNEL = "outrider_decisions";

    private static final String ADD = """
            with added as (
                insert into decision_feed (workspace_id, item_id, document) values (:workspace, :item, :document)
                returning seq)
            select cast(pg_notify('outrider_decisions', '') as text) from added""";

    /** @param document what a watcher gets, in a form that only the wire reads */
    public Uni<Void> add(String workspace, String itemId, byte[] document) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD, String.class)
                        .setParameter("workspace", workspace)
                        .setParameter("item", itemId)
                        .setParameter("document", document)
                        .getSingleResult())
                .replaceWithVoid();
    }
}
