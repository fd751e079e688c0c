package io.outrider.review.queue;

import io.outrider.kit.page.Page;
import io.outrider.kit.page.PageSize;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Use case: reads items, one with all of its evidence or many without. */
@ApplicationScoped
public class ReadItems {

    private final ItemRows items;
    private final Clock clock;

    ReadItems(ItemRows items, Clock clock) {
        this.items = items;
        this.clock = clock;
    }

    public Uni<Whole> one(String workspace, String id) {
        return Panache.withSession(() -> items.get(workspace, id)
                .chain(item -> items.document(item).map(document -> new Whole(item, document))));
    }

    /** Those of the ids that there are, in the order of the ids. */
    public Uni<List<Item>> many(String workspace, List<String> ids) {
        return Panache.withSession(() -> items.inOrder(workspace, ids));
    }

    public Uni<Listing> page(String workspace, ItemFilter filter, PageSize size, String token) {
        var query = ListQuery.of(workspace, filter, ItemPlace.decode(token), clock.instant(), size.plusOne());
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> {
                    var ids = session.createNativeQuery(query.sql(), String.class);
                    query.parameters().forEach(ids::setParameter);
                    return ids.getResultList();
                })
                .chain(ids -> items.inOrder(workspace, ids))
                .chain(found -> items.open(workspace).map(open -> new Listing(page(found, size), open))));
    }

    private static Page<Item> page(List<Item> found, PageSize size) {
        if (found.size() <= size.value()) {
            return new Page<>(found, "");
        }
        var shown = found.subList(0, size.value());
        return new Page<>(shown, ItemPlace.of(shown.getLast()).encode());
    }

    /** @param document the whole proposal, in a form that only the wire reads */
    public record Whole(Item item, byte[] document) {}

    /** @param open open items in all, whatever the filter */
    public record Listing(Page<Item> page, long open) {}
}
