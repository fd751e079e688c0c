package io.outrider.qualify.verdict;

import io.outrider.kit.error.RequestIdReused;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class PanacheVerdicts implements Verdicts {

    /** One statement is one commit: no transaction needs to be opened and closed around it. */
    private static final String ADD = """
            insert into verdict (workspace_id, id, request_id, body_sha256, domain, create_time, verdict, work)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            on conflict (workspace_id, request_id) do nothing
            """;

    private final Rows rows = new Rows();

    @Override
    @WithSession
    public Uni<Optional<StoredVerdict>> madeBy(RequestKey request) {
        return rows.find("workspaceId = ?1 and requestId = ?2", request.workspace(), request.requestId())
                .<VerdictEntity>firstResult()
                .map(row -> Optional.ofNullable(row).map(found -> same(request, found)));
    }

    private static StoredVerdict same(RequestKey request, VerdictEntity row) {
        if (!MessageDigest.isEqual(row.bodySha256, request.bodyHash())) {
            throw new RequestIdReused(request.requestId());
        }
        return row.toDomain();
    }

    @Override
    @WithSession
    public Uni<Boolean> add(RequestKey request, StoredVerdict verdict) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter(1, verdict.workspace())
                        .setParameter(2, verdict.id())
                        .setParameter(3, request.requestId())
                        .setParameter(4, request.bodyHash())
                        .setParameter(5, verdict.domain())
                        .setParameter(6, verdict.createTime())
                        .setParameter(7, verdict.verdict())
                        .setParameter(8, verdict.work())
                        .executeUpdate())
                .map(added -> added == 1);
    }

    @Override
    @WithSession
    public Uni<Optional<StoredVerdict>> find(String workspace, String id) {
        return rows.find("workspaceId = ?1 and id = ?2", workspace, id)
                .<VerdictEntity>firstResult()
                .map(row -> Optional.ofNullable(row).map(VerdictEntity::toDomain));
    }

    @Override
    @WithSession
    public Uni<List<StoredVerdict>> page(String workspace, String domain, String beforeId, int size) {
        var where = new StringBuilder("workspaceId = :workspace");
        var values = new HashMap<String, Object>(Map.of("workspace", workspace));
        if (!domain.isEmpty()) {
            where.append(" and domain = :domain");
            values.put("domain", domain);
        }
        if (!beforeId.isEmpty()) {
            where.append(" and id < :beforeId");
            values.put("beforeId", beforeId);
        }
        return rows.find(where.append(" order by id desc").toString(), values)
                .page(0, size)
                .list()
                .map(list -> list.stream().map(VerdictEntity::toDomain).toList());
    }

    /** Panache's own API is wide; keep it private so callers see only {@link Verdicts}. */
    private static final class Rows implements PanacheRepositoryBase<VerdictEntity, String> {}
}
