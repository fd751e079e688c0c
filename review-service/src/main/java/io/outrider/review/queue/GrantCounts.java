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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

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
            if (limit(policy, type).isPresent()) {
                counts = counts.chain(so -> lock(workspace, type, now).map(count -> {
                    so.put(type, count);
                    return so;
                }));
            }
        }
        return counts.map(Map::copyOf);
    }

    /**
     * By action type with a limit, how many grants the day may have had so that {@code more} of them change no judgement. Empty where a
     * limit is so near that they might.
     *
     * @param granted so far, as it was read
     * @param more that the same transaction grants
     */
    static Optional<Map<String, Long>> room(
            Policy policy, Collection<String> types, Map<String, Long> granted, Map<String, Long> more) {
        var room = new HashMap<String, Long>();
        for (var type : Set.copyOf(types)) {
            var limit = limit(policy, type);
            if (limit.isPresent()) {
                var most = limit.getAsInt() - 1 - more.getOrDefault(type, 0L);
                if (granted.getOrDefault(type, 0L) > most) {
                    return Optional.empty();
                }
                room.put(type, most);
            }
        }
        return Optional.of(room);
    }

    /** The first number of grants from which on a judgement is another. */
    private static OptionalInt limit(Policy policy, String type) {
        return Catalogue.find(type)
                .map(policy::ruleOf)
                .map(rule -> IntStream.of(rule.dailyCap(), rule.highBlastVolume())
                        .filter(limit -> limit > 0)
                        .min())
                .orElse(OptionalInt.empty());
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
