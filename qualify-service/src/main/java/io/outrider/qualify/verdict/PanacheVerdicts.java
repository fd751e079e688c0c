package io.outrider.qualify.verdict;

import io.outrider.kit.error.RequestIdReused;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class PanacheVerdicts implements Verdicts {

    /** One statement is one commit: no transaction needs to be opened and closed around it. */
    private static final String ADD = """
            insert into verdict (workspace_id, id, request_id, body_sha256, domain, create_time, verdict, work)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (workspace_id, request_id) do nothing""";

    private static final String MADE_BY = """
            select id, domain, create_time, body_sha256, verdict, work from verdict
             where workspace_id = $1 and request_id = $2""";

    private final Pool pool;
    private final Rows rows = new Rows();

    PanacheVerdicts(Pool pool) {
        this.pool = pool;
    }

    /** Every call asks this: without a session it costs a third. */
    @Override
    public Uni<Optional<StoredVerdict>> madeBy(RequestKey request) {
        return pool.preparedQuery(MADE_BY)
                .execute(Tuple.of(request.workspace(), request.requestId()))
                .map(found -> found.size() == 0
                        ? Optional.empty()
                        : Optional.of(same(request, found.iterator().next())));
    }

    private static StoredVerdict same(RequestKey request, Row row) {
        if (!MessageDigest.isEqual(row.getBuffer("body_sha256").getBytes(), request.bodyHash())) {
            throw new RequestIdReused(request.requestId());
        }
        return new StoredVerdict(
                request.workspace(),
                row.getString("id"),
                row.getString("domain"),
                row.getOffsetDateTime("create_time").toInstant(),
                row.getBuffer("verdict").getBytes(),
                row.getBuffer("work").getBytes());
    }

    @Override
    public Uni<Boolean> add(RequestKey request, StoredVerdict verdict) {
        var values = Tuple.tuple()
                .addString(verdict.workspace())
                .addString(verdict.id())
                .addString(request.requestId())
                .addBuffer(Buffer.buffer(request.bodyHash()))
                .addString(verdict.domain())
                .addOffsetDateTime(verdict.createTime().atOffset(ZoneOffset.UTC))
                .addBuffer(Buffer.buffer(verdict.verdict()))
                .addBuffer(Buffer.buffer(verdict.work()));
        return pool.preparedQuery(ADD).execute(values).map(added -> added.rowCount() == 1);
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
