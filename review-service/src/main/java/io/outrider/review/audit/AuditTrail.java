package io.outrider.review.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes to the end of a workspace's chain, inside the transaction of what is written about. */
@ApplicationScoped
public class AuditTrail {

    private static final String APPEND = "select audit_append(:workspace, :events)";
    private static final String APPEND_UNBOUND = "select audit_append_unbound(:workspace, :events)";
    private static final String COUNT_AND_APPEND =
            "select audit_append(:workspace, :events) from grants_add(:workspace, :day, :grants) as counted";

    private final ObjectMapper mapper;

    AuditTrail(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** {@link #append(String, List, Map, Instant)} for what was not decided under a policy: it commits whatever the policy. */
    public Uni<Long> append(String workspace, List<Entry> entries) {
        return append(APPEND_UNBOUND, workspace, entries, Map.of(), Instant.EPOCH);
    }

    /**
     * The entries take their place in the chain while the transaction commits, which fails where the policy changed meanwhile.
     *
     * @param granted by action type, how many grants the day of {@code now} has more
     * @return the policy version that holds now, and must still hold at the commit
     */
    public Uni<Long> append(String workspace, List<Entry> entries, Map<String, Long> granted, Instant now) {
        return append(granted.isEmpty() ? APPEND : COUNT_AND_APPEND, workspace, entries, granted, now);
    }

    private Uni<Long> append(
            String sql, String workspace, List<Entry> entries, Map<String, Long> granted, Instant now) {
        var events = rows(workspace, entries);
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(sql, Long.class)
                    .setParameter("workspace", workspace)
                    .setParameter("events", events);
            if (!granted.isEmpty()) {
                query.setParameter("day", LocalDate.ofInstant(now, ZoneOffset.UTC))
                        .setParameter("grants", json(new TreeMap<>(granted)));
            }
            return query.getSingleResult();
        });
    }

    /** As the functions that append read them, for those that append within a statement of their own. */
    public String rows(String workspace, List<Entry> entries) {
        return json(entries.stream().map(entry -> row(workspace, entry)).toList());
    }

    /** @param detail what JSON can hold */
    public Entry entry(Instant time, Entry.Kind kind, String actor, String itemId, Map<String, ?> detail) {
        return new Entry(time, kind.name(), actor, itemId, json(new TreeMap<>(detail)));
    }

    private static Map<String, String> row(String workspace, Entry entry) {
        return Map.of(
                "at", entry.time().toString(),
                "kind", entry.kind(),
                "actor", entry.actor(),
                "item", entry.itemId(),
                "detail", entry.detail(),
                "content", HexFormat.of().formatHex(entry.content(workspace)));
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON", e);
        }
    }
}
