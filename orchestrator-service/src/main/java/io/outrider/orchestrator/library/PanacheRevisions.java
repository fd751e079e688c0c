package io.outrider.orchestrator.library;

import com.google.protobuf.InvalidProtocolBufferException;
import io.outrider.kit.error.RequestIdReused;
import io.outrider.kit.time.Timestamps;
import io.outrider.library.v1.Revision;
import io.outrider.type.v1.Library;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PanacheRevisions implements Revisions {

    private static final String ENSURE_HEAD =
            "insert into library_head (workspace_id, number) values (:workspace, 0) on conflict do nothing";

    private static final String NEWEST = "select number from library_head where workspace_id = $1";

    private final Pool pool;
    private final Heads heads = new Heads();
    private final Rows rows = new Rows();
    private final Requests requests = new Requests();

    PanacheRevisions(Pool pool) {
        this.pool = pool;
    }

    @Override
    @WithTransaction
    public Uni<Applied> apply(Application application) {
        return lockHead(application.workspace())
                .chain(head -> requests.findById(
                                new LibraryRequestEntity.Key(application.workspace(), application.requestId()))
                        .chain(known -> known == null ? applyNew(application, head) : repeat(application, known)));
    }

    /** By a plain statement: this is asked at every start of a run, and a session costs more than the answer. */
    @Override
    public Uni<Long> newest(String workspace) {
        return Uni.createFrom()
                .completionStage(() ->
                        pool.preparedQuery(NEWEST).execute(Tuple.of(workspace)).toCompletionStage())
                .map(rows -> rows.size() == 0 ? 0L : rows.iterator().next().getLong("number"));
    }

    @Override
    @WithSession
    public Uni<@Nullable Stored> find(String workspace, long number) {
        return rows.findById(new LibraryRevisionEntity.Key(workspace, number))
                .map(row -> row == null ? null : toDomain(row));
    }

    @Override
    @WithSession
    public Uni<List<Revision>> below(String workspace, long number, int limit) {
        return rows.find("workspaceId = ?1 and number < ?2 order by number desc", workspace, number)
                .page(0, limit)
                .list()
                .map(list -> list.stream().map(row -> summary(row.summary)).toList());
    }

    /** From here on no other application of this workspace goes on. */
    private Uni<LibraryHeadEntity> lockHead(String workspace) {
        return heads.getSession()
                .chain(session -> session.createNativeQuery(ENSURE_HEAD)
                        .setParameter("workspace", workspace)
                        .executeUpdate())
                .chain(ignored -> heads.findById(workspace, LockModeType.PESSIMISTIC_WRITE));
    }

    private Uni<Applied> repeat(Application application, LibraryRequestEntity known) {
        if (!known.bodySha256.equals(application.bodySha256())) {
            return Uni.createFrom().failure(new RequestIdReused(application.requestId()));
        }
        return row(application.workspace(), known.number)
                .map(row -> new Applied(summary(row.summary), known.unchanged));
    }

    private Uni<Applied> applyNew(Application application, LibraryHeadEntity head) {
        if (head.number == 0) {
            return insert(application, head);
        }
        return row(application.workspace(), head.number)
                .chain(newest -> newest.sha256.equals(application.canonical().sha256())
                        ? remember(application, new Applied(summary(newest.summary), true))
                        : insert(application, head));
    }

    private Uni<Applied> insert(Application application, LibraryHeadEntity head) {
        head.number++;
        var revision = application.summary().toBuilder().setNumber(head.number).build();
        var row = new LibraryRevisionEntity();
        row.workspaceId = application.workspace();
        row.number = head.number;
        row.sha256 = application.canonical().sha256();
        row.library = application.canonical().bytes();
        row.summary = revision.toByteArray();
        row.createTime = Timestamps.toInstant(revision.getCreateTime());
        return rows.persist(row).chain(ignored -> remember(application, new Applied(revision, false)));
    }

    private Uni<Applied> remember(Application application, Applied applied) {
        var row = new LibraryRequestEntity();
        row.workspaceId = application.workspace();
        row.requestId = application.requestId();
        row.bodySha256 = application.bodySha256();
        row.number = applied.revision().getNumber();
        row.unchanged = applied.unchanged();
        row.createTime = Timestamps.toInstant(application.summary().getCreateTime());
        return requests.persist(row).replaceWith(applied);
    }

    private Uni<LibraryRevisionEntity> row(String workspace, long number) {
        return rows.findById(new LibraryRevisionEntity.Key(workspace, number))
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("Revision " + number + " is missing"));
    }

    private static Stored toDomain(LibraryRevisionEntity row) {
        try {
            return new Stored(summary(row.summary), new Pinned(row.number, Library.parseFrom(row.library), row.sha256));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A stored library cannot be read", e);
        }
    }

    private static Revision summary(byte[] bytes) {
        try {
            return Revision.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A stored revision cannot be read", e);
        }
    }

    private static final class Heads implements PanacheRepositoryBase<LibraryHeadEntity, String> {}

    private static final class Rows
            implements PanacheRepositoryBase<LibraryRevisionEntity, LibraryRevisionEntity.Key> {}

    private static final class Requests
            implements PanacheRepositoryBase<LibraryRequestEntity, LibraryRequestEntity.Key> {}
}
