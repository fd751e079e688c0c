package io.outrider.review.queue;

import io.outrider.kit.error.NotFound;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Use case: what an item was before a person or an agent changed it. */
@ApplicationScoped
public class ReadVersions {

    private static final String GENERATED = """
            select v.document from item_version v
            where v.workspace_id = :workspace and v.item_id = :item and v.version < :version and v.made_by = :run
            order by v.version desc limit 1""";
    private static final String ONE = """
            select v.document from item_version v
            where v.workspace_id = :workspace and v.item_id = :item and v.version = :version""";
    private static final String ALL = """
            select v.version, v.made_by, v.create_time from item_version v
            where v.workspace_id = :workspace and v.item_id = :item order by v.version""";

    /** The newest document before this version that an agent made; empty where there is none. */
    public Uni<Optional<byte[]>> generatedBefore(Item item, int version) {
        if (version == 1) {
            return Uni.createFrom().item(Optional.empty());
        }
        return document(
                GENERATED,
                Map.of(
                        "workspace", item.workspace(),
                        "item", item.id(),
                        "version", version,
                        "run", item.origin().runId()));
    }

    /** @throws NotFound where the item never had that version */
    public Uni<byte[]> document(Item item, int version) {
        return document(ONE, Map.of("workspace", item.workspace(), "item", item.id(), "version", version))
                .map(found -> found.orElseThrow(() -> new NotFound("version", item.id() + " " + version)));
    }

    /** Oldest first. */
    public Uni<List<Version>> all(Item item) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(ALL, Object[].class)
                        .setParameter("workspace", item.workspace())
                        .setParameter("item", item.id())
                        .getResultList())
                .map(rows -> rows.stream().map(ReadVersions::version).toList()));
    }

    private static Uni<Optional<byte[]>> document(String sql, Map<String, Object> parameters) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(sql, byte[].class);
                    parameters.forEach(query::setParameter);
                    return query.getSingleResultOrNull();
                })
                .map(Optional::ofNullable));
    }

    private static Version version(Object[] row) {
        var time = row[2] instanceof OffsetDateTime offset ? offset.toInstant() : (Instant) row[2];
        return new Version(((Number) row[0]).intValue(), (String) row[1], time);
    }

    /** @param madeBy the run, or the reviewer who edited */
    public record Version(int number, String madeBy, Instant created) {}
}
