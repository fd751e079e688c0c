package io.outrider.review.queue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Use case: what an item was before a person or an agent changed it. */
@ApplicationScoped
public class ReadVersions {

    private static final String GENERATED = """
            select v.document from item_version v
            where v.workspace_id = :workspace and v.item_id = :item and v.version < :version and v.made_by = :run
            order by v.version desc limit 1""";

    /** The newest document before this one that an agent made; empty where the item stands as it was first proposed. */
    public Uni<Optional<byte[]>> generatedBefore(Item item) {
        if (item.version() == 1) {
            return Uni.createFrom().item(Optional.empty());
        }
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(GENERATED, byte[].class)
                        .setParameter("workspace", item.workspace())
                        .setParameter("item", item.id())
                        .setParameter("version", item.version())
                        .setParameter("run", item.origin().runId())
                        .getSingleResultOrNull())
                .map(Optional::ofNullable));
    }
}
