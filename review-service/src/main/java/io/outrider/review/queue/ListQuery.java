package io.outrider.review.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The SQL of one page of a list: ids only, in the order of an index. The names of columns are ours; every value is a parameter. */
record ListQuery(String sql, Map<String, Object> parameters) {

    private static final String OPEN = "state in ('PENDING', 'ESCALATED')";
    private static final String UNKNOWN = "outcome = 'UNKNOWN'";

    static ListQuery of(String workspace, ItemFilter filter, Optional<ItemPlace> after, Instant now, int limit) {
        var query = new Builder(workspace, now, limit);
        query.where.add(states(filter));
        if (filter.claimed().isPresent()) {
            query.where.add(claimed(filter.claimed().get()));
        }
        query.equal("action_type", filter.actionType());
        query.equal("run_id", filter.runId());
        query.equal("domain", filter.domain());
        query.equal("playbook_id", filter.playbookId());
        query.equal("segment_id", filter.segmentId());
        query.lane(filter.lane());
        query.assignee(filter.assignee());
        query.rule(filter.rule());
        after.ifPresent(place -> query.after(place, filter.onlyOpen()));
        return query.build(filter.onlyOpen() ? "priority desc, id" : "id desc");
    }

    /** Written as the partial indexes have it, so that they serve. */
    private static String states(ItemFilter filter) {
        if (filter.lane() == Lane.UNKNOWN_OUTCOME) {
            return UNKNOWN;
        }
        if (filter.onlyOpen() && filter.stored().size() == 2) {
            return OPEN;
        }
        return filter.stored().stream()
                .map(state -> "'" + state.name() + "'")
                .sorted()
                .collect(Collectors.joining(", ", "state in (", ")"));
    }

    /** CLAIMED is not stored: it is an open item with a claim that has not run out. */
    private static String claimed(boolean claimed) {
        return "(not " + OPEN + " or "
                + (claimed ? "claim_expire_time > :now)" : "claim_expire_time is null or claim_expire_time <= :now)");
    }

    private static final class Builder {

        private final List<String> where = new ArrayList<>(List.of("workspace_id = :workspace"));
        private final Map<String, Object> parameters = new HashMap<>();
        private final Instant now;

        Builder(String workspace, Instant now, int limit) {
            this.now = now;
            parameters.put("workspace", workspace);
            parameters.put("limit", limit);
        }

        void equal(String column, String value) {
            if (!value.isEmpty()) {
                where.add(column + " = :" + column);
                parameters.put(column, value);
            }
        }

        void lane(@Nullable Lane lane) {
            if (lane != null && lane != Lane.UNKNOWN_OUTCOME) {
                equal("lane", lane.name());
            }
        }

        void assignee(String assignee) {
            equal("assignee", assignee);
            if (!assignee.isEmpty()) {
                where.add("claim_expire_time > :now");
            }
        }

        void rule(String rule) {
            if (!rule.isEmpty()) {
                where.add("reasons @> jsonb_build_object('rules',"
                        + " jsonb_build_array(jsonb_build_object('rule', cast(:rule as text))))");
                parameters.put("rule", rule);
            }
        }

        void after(ItemPlace place, boolean byPriority) {
            parameters.put("after", place.id());
            if (!byPriority) {
                where.add("id < :after");
                return;
            }
            where.add("(priority < :priority or (priority = :priority and id > :after))");
            where.add("priority <= :priority");
            parameters.put("priority", place.priority());
        }

        ListQuery build(String order) {
            var sql =
                    "select id from item where " + String.join(" and ", where) + " order by " + order + " limit :limit";
            if (sql.contains(":now")) {
                parameters.put("now", now);
            }
            return new ListQuery(sql, parameters);
        }
    }
}
