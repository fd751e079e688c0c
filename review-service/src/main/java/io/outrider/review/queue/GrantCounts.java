package io.outrider.review.queue;

import io.outrider.review.catalogue.Catalogue;
import io.outrider.review.policy.Policy;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How many grants a day has had. Only asked where a cap or the blast radius depends on it: asking locks the count until the transaction ends. */
final class GrantCounts {

    private static final String LOCK = """
            insert into grant_count as c (workspace_id, day, action_type, granted) values (:workspace, :day, :type, 0)
            on conflict (workspace_id, day, action_type) do update set granted = c.granted returning granted""";

    private GrantCounts() {}

    /** By action type; types of which nobody asks are left out. */
    static Uni<Map<String, Long>> today(String workspace, Policy policy, Collection<String> types, Instant now) {
        var counts = Uni.createFrom().item(new HashMap<String, Long>());
        for (var type : types.stream().distinct().sorted().toList()) {
            if (Catalogue.find(type)
                    .map(policy::ruleOf)
                    .filter(rule -> rule.dailyCap() > 0 || rule.highBlastVolume() > 0)
                    .isPresent()) {
                counts = counts.chain(so -> lock(workspace, type, now).map(count -> {
                    so.put(type, count);
                    return so;
                }));
            }
        }
        return counts.map(Map::copyOf);
    }

    private static Uni<Long> lock(String workspace, String type, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, Long.class)
                        .setParameter("workspace", workspace)
                        .setParameter("day", LocalDate.ofInstant(now, ZoneOffset.UTC))
                        .setParameter("type", type)
                        .getSingleResult());
    }
}
