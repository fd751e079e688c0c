package io.outrider.review.queue;

import io.outrider.kit.page.Page;
import io.outrider.kit.page.PageSize;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Use case: open items that fit a filter, and those whose outcome nobody knows in a lane of their own, most urgent first, page by page. A page begins behind a place, not after a count, so
 * that the last page of a long queue is as fast as the first.
 */
@ApplicationScoped
public class SearchQueue {

    private static final String COUNTS = """
            select lane, count(*), min(create_time) from item
            where workspace_id = :workspace and state in ('PENDING', 'ESCALATED') group by lane
            union all select 'UNKNOWN_OUTCOME', count(*), min(create_time) from item
            where workspace_id = :workspace and outcome = 'UNKNOWN' having count(*) > 0""";

    private final ItemRows items;
    private final Clock clock;

    SearchQueue(ItemRows items, Clock clock) {
        this.items = items;
        this.clock = clock;
    }

    /** @param token of the page before; empty for the first */
    public Uni<Page<Item>> page(String workspace, QueueFilter filter, PageSize size, String token) {
        var parameters = new HashMap<String, Object>(Map.of("workspace", workspace, "limit", size.plusOne()));
        var sql = sql(filter, token, parameters);
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(sql, String.class);
                    parameters.forEach(query::setParameter);
                    return query.getResultList();
                })
                .chain(ids -> items.inOrder(workspace, ids))
                .map(found -> page(found, size)));
    }

    /** How many are open in each lane that has any, and of how many nobody knows the outcome. */
    public Uni<List<LaneCount>> counts(String workspace) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(COUNTS, Object[].class)
                        .setParameter("workspace", workspace)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new LaneCount(
                                (String) row[0], ((Number) row[1]).longValue(), ((OffsetDateTime) row[2]).toInstant()))
                        .toList()));
    }

    private static Page<Item> page(List<Item> found, PageSize size) {
        if (found.size() <= size.value()) {
            return new Page<>(found, "");
        }
        var shown = found.subList(0, size.value());
        return new Page<>(shown, ItemPlace.of(shown.getLast()).encode());
    }

    /** The names of columns are ours; every value is a parameter. */
    private String sql(QueueFilter filter, String token, Map<String, Object> parameters) {
        var where = new ArrayList<>(List.of("workspace_id = :workspace"));
        if (filter.lane().equals(Lane.UNKNOWN_OUTCOME.name())) {
            where.add("outcome = 'UNKNOWN'");
        } else {
            where.add("state in ('PENDING', 'ESCALATED')");
            equal("lane", filter.lane(), where, parameters);
        }
        equal("action_type", filter.actionType(), where, parameters);
        equal("playbook_id", filter.playbookId(), where, parameters);
        equal("domain", filter.domain(), where, parameters);
        equal("assignee", filter.assignee(), where, parameters);
        if (!filter.assignee().isEmpty()) {
            where.add("claim_expire_time > :now");
            parameters.put("now", clock.instant());
        }
        if (!filter.rule().isEmpty()) {
            where.add("reasons @> jsonb_build_object('rules',"
                    + " jsonb_build_array(jsonb_build_object('rule', cast(:rule as text))))");
            parameters.put("rule", filter.rule());
        }
        ItemPlace.decode(token).ifPresent(place -> {
            where.add("(priority < :priority or (priority = :priority and id > :after))");
            where.add("priority <= :priority");
            parameters.put("priority", place.priority());
            parameters.put("after", place.id());
        });
        return "select id from item where " + String.join(" and ", where) + " order by priority desc, id limit :limit";
    }

    private static void equal(String column, String value, List<String> where, Map<String, Object> parameters) {
        if (!value.isEmpty()) {
            where.add(column + " = :" + column);
            parameters.put(column, value);
        }
    }

    /** @param oldest when the oldest was proposed */
    public record LaneCount(String lane, long open, Instant oldest) {}
}
