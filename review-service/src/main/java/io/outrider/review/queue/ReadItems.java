package io.outrider.review.queue;

import io.outrider.kit.page.Page;
import io.outrider.kit.page.PageSize;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Use case: reads items, one with all of its evidence or many without. */
@ApplicationScoped
public class ReadItems {

    private static final List<ItemState> STORED_OPEN = List.of(ItemState.PENDING, ItemState.ESCALATED);

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
        var query = query(workspace, filter, ItemPlace.decode(token));
        return Panache.withSession(() -> items.find(query.hql(), query.parameters())
                .page(0, size.plusOne())
                .list()
                .chain(rows -> items.allWithDecisions(workspace, rows))
                .chain(found -> items.open(workspace).map(open -> new Listing(page(found, size), open))));
    }

    private static Page<Item> page(List<Item> found, PageSize size) {
        if (found.size() <= size.value()) {
            return new Page<>(found, "");
        }
        var shown = found.subList(0, size.value());
        return new Page<>(shown, ItemPlace.of(shown.getLast()).encode());
    }

    private Query query(String workspace, ItemFilter filter, Optional<ItemPlace> after) {
        var where = new ArrayList<>(List.of("key.workspace = :workspace", states(filter)));
        var parameters = new HashMap<String, Object>(Map.of("workspace", workspace, "states", stored(filter)));
        if (where.getLast().contains(":now")) {
            parameters.put("now", clock.instant());
        }
        equal("actionType", filter.actionType(), where, parameters);
        equal("runId", filter.runId(), where, parameters);
        equal("domain", filter.domain(), where, parameters);
        equal("playbookId", filter.playbookId(), where, parameters);
        after.ifPresent(place -> {
            where.add(
                    filter.onlyOpen()
                            ? "(priority < :priority or (priority = :priority and key.id > :after))"
                            : "key.id < :after");
            parameters.put("after", place.id());
            if (filter.onlyOpen()) {
                parameters.put("priority", place.priority());
            }
        });
        var order = filter.onlyOpen() ? " order by priority desc, key.id" : " order by key.id desc";
        return new Query(String.join(" and ", where) + order, parameters);
    }

    /** CLAIMED is not stored: it is an open item with a claim that has not run out. */
    private static String states(ItemFilter filter) {
        var claimed = filter.states().contains(ItemState.CLAIMED);
        var unclaimed =
                filter.states().contains(ItemState.PENDING) || filter.states().contains(ItemState.ESCALATED);
        if (claimed == unclaimed) {
            return "state in :states";
        }
        if (claimed) {
            return "state in :states and (state not in ('PENDING', 'ESCALATED') or claimExpires > :now)";
        }
        return "state in :states and (state not in ('PENDING', 'ESCALATED') or claimExpires is null"
                + " or claimExpires <= :now)";
    }

    private static List<ItemState> stored(ItemFilter filter) {
        var states = new ArrayList<>(filter.states());
        if (states.remove(ItemState.CLAIMED) && states.stream().noneMatch(STORED_OPEN::contains)) {
            states.addAll(STORED_OPEN);
        }
        return states;
    }

    private static void equal(String field, String value, List<String> where, Map<String, Object> parameters) {
        if (!value.isEmpty()) {
            where.add(field + " = :" + field);
            parameters.put(field, value);
        }
    }

    /** @param document the whole proposal, in a form that only the wire reads */
    public record Whole(Item item, byte[] document) {}

    /** @param open open items in all, whatever the filter */
    public record Listing(Page<Item> page, long open) {}

    private record Query(String hql, Map<String, Object> parameters) {}
}
