package io.outrider.messaging.store;

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
import java.util.Optional;

@ApplicationScoped
class PanacheResults implements Results {

    /** One statement is one commit: no transaction needs to be opened and closed around it. */
    private static final String ADD = """
            insert into result (workspace_id, id, kind, request_id, body_sha256, request, response, create_time)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (workspace_id, request_id) do nothing""";

    private static final String ADD_OUTCOME =
            "with added as (" + ADD + " returning workspace_id, id, create_time) " + """
            insert into outcome (workspace_id, id, sequence_id, kind, step_index, occur_time, note, create_time)
            select workspace_id, id, $9, $10, $11, $12, $13, create_time from added""";

    private static final String MADE_BY = """
            select id, kind, body_sha256, request, response, create_time from result
             where workspace_id = $1 and request_id = $2""";

    private final Pool pool;
    private final Rows rows = new Rows();

    PanacheResults(Pool pool) {
        this.pool = pool;
    }

    /** Every call asks this: without a session it costs a third. */
    @Override
    public Uni<Optional<StoredResult>> madeBy(RequestKey request) {
        return pool.preparedQuery(MADE_BY)
                .execute(Tuple.of(request.workspace(), request.requestId()))
                .map(found -> found.size() == 0
                        ? Optional.empty()
                        : Optional.of(same(request, found.iterator().next())));
    }

    private static StoredResult same(RequestKey request, Row row) {
        if (!MessageDigest.isEqual(row.getBuffer("body_sha256").getBytes(), request.bodyHash())) {
            throw new RequestIdReused(request.requestId());
        }
        return new StoredResult(
                row.getString("id"),
                StoredResult.Kind.valueOf(row.getString("kind")),
                row.getBuffer("request").getBytes(),
                row.getBuffer("response").getBytes(),
                row.getOffsetDateTime("create_time").toInstant());
    }

    @Override
    public Uni<Boolean> add(RequestKey request, StoredResult result) {
        return pool.preparedQuery(ADD).execute(values(request, result)).map(added -> added.rowCount() == 1);
    }

    @Override
    public Uni<Boolean> add(RequestKey request, StoredResult result, StoredOutcome outcome) {
        var values = values(request, result)
                .addString(outcome.sequenceId())
                .addString(outcome.kind())
                .addInteger(outcome.stepIndex())
                .addOffsetDateTime(outcome.occurTime().atOffset(ZoneOffset.UTC))
                .addString(outcome.note());
        return pool.preparedQuery(ADD_OUTCOME).execute(values).map(added -> added.rowCount() == 1);
    }

    private static Tuple values(RequestKey request, StoredResult result) {
        return Tuple.tuple()
                .addString(request.workspace())
                .addString(result.id())
                .addString(result.kind().name())
                .addString(request.requestId())
                .addBuffer(Buffer.buffer(request.bodyHash()))
                .addBuffer(Buffer.buffer(result.request()))
                .addBuffer(Buffer.buffer(result.response()))
                .addOffsetDateTime(result.createTime().atOffset(ZoneOffset.UTC));
    }

    @Override
    @WithSession
    public Uni<Optional<StoredResult>> sequence(String workspace, String id) {
        return rows.find("workspaceId = ?1 and id = ?2 and kind = ?3", workspace, id, StoredResult.Kind.SEQUENCE)
                .<ResultEntity>firstResult()
                .map(row -> Optional.ofNullable(row).map(ResultEntity::toDomain));
    }

    /** Panache's own API is wide; keep it private so callers see only {@link Results}. */
    private static final class Rows implements PanacheRepositoryBase<ResultEntity, String> {}
}
