package io.outrider.messaging.store;

import io.outrider.kit.error.RequestIdReused;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class PanacheResults implements Results {

    /** One statement is one commit: no transaction needs to be opened and closed around it. */
    private static final String ADD = """
            insert into result (workspace_id, id, kind, request_id, body_sha256, request, response, create_time)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            on conflict (workspace_id, request_id) do nothing""";

    private static final String ADD_OUTCOME =
            "with added as (" + ADD + " returning workspace_id, id, create_time) " + """
            insert into outcome (workspace_id, id, sequence_id, kind, step_index, occur_time, note, create_time)
            select workspace_id, id, ?9, ?10, ?11, ?12, ?13, create_time from added""";

    private final Rows rows = new Rows();

    @Override
    @WithSession
    public Uni<Optional<StoredResult>> madeBy(RequestKey request) {
        return rows.find("workspaceId = ?1 and requestId = ?2", request.workspace(), request.requestId())
                .<ResultEntity>firstResult()
                .map(row -> Optional.ofNullable(row).map(found -> same(request, found)));
    }

    private static StoredResult same(RequestKey request, ResultEntity row) {
        if (!MessageDigest.isEqual(row.bodySha256, request.bodyHash())) {
            throw new RequestIdReused(request.requestId());
        }
        return row.toDomain();
    }

    @Override
    @WithSession
    public Uni<Boolean> add(RequestKey request, StoredResult result) {
        return Panache.getSession()
                .chain(session ->
                        bind(session.createNativeQuery(ADD), request, result).executeUpdate())
                .map(added -> added == 1);
    }

    @Override
    @WithSession
    public Uni<Boolean> add(RequestKey request, StoredResult result, StoredOutcome outcome) {
        return Panache.getSession()
                .chain(session -> bind(session.createNativeQuery(ADD_OUTCOME), request, result)
                        .setParameter(9, outcome.sequenceId())
                        .setParameter(10, outcome.kind())
                        .setParameter(11, outcome.stepIndex())
                        .setParameter(12, outcome.occurTime())
                        .setParameter(13, outcome.note())
                        .executeUpdate())
                .map(added -> added == 1);
    }

    private static Mutiny.MutationQuery bind(Mutiny.Query<?> query, RequestKey request, StoredResult result) {
        return query.setParameter(1, request.workspace())
                .setParameter(2, result.id())
                .setParameter(3, result.kind().name())
                .setParameter(4, request.requestId())
                .setParameter(5, request.bodyHash())
                .setParameter(6, result.request())
                .setParameter(7, result.response())
                .setParameter(8, result.createTime());
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
