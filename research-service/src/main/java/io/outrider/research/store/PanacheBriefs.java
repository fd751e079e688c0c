package io.outrider.research.store;

import com.google.protobuf.InvalidProtocolBufferException;
import io.outrider.kit.page.PageToken;
import io.outrider.research.brief.Brief;
import io.outrider.research.brief.Briefs;
import io.outrider.research.brief.Depth;
import io.outrider.research.brief.Snapshot;
import io.outrider.research.wire.BriefFromWire;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads briefs and pages. Their ids sort by time, so that newest first needs no index of its own. */
@ApplicationScoped
class PanacheBriefs implements Briefs {

    private static final String FRESH_PAGES = "select s from SnapshotRow s join PageRow p"
            + " on p.workspaceId = s.workspaceId and p.snapshotId = s.id"
            + " where p.workspaceId = ?1 and p.domain = ?2 and p.expireTime > ?3 order by p.url";

    private final BriefRows briefs = new BriefRows();
    private final SnapshotRows snapshots = new SnapshotRows();

    @Override
    @WithSession
    public Uni<Optional<Brief>> find(String workspace, String id) {
        return briefs.findById(new BriefRow.Key(workspace, id))
                .map(row -> Optional.ofNullable(row).map(PanacheBriefs::toDomain));
    }

    @Override
    @WithSession
    public Uni<List<Brief>> page(String workspace, String domain, Optional<PageToken> after, int size) {
        return briefs.find(
                        "workspaceId = ?1 and (?2 = '' or domain = ?2) and id < ?3 order by id desc",
                        workspace,
                        domain,
                        after.map(PageToken::id).orElse("brf_~"))
                .page(0, size)
                .list()
                .map(rows -> rows.stream().map(PanacheBriefs::toDomain).toList());
    }

    @Override
    @WithSession
    public Uni<Optional<Brief>> fresh(String workspace, String domain, Depth atLeast, boolean byModel, Instant now) {
        return briefs.find(
                        "workspaceId = ?1 and domain = ?2 and depth >= ?3 and byModel = ?4 and expireTime > ?5"
                                + " order by id desc",
                        workspace,
                        domain,
                        atLeast.pages(),
                        byModel,
                        now)
                .page(0, 1)
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(PanacheBriefs::toDomain));
    }

    @Override
    @WithSession
    public Uni<Optional<Snapshot>> snapshot(String workspace, String id) {
        return snapshots
                .findById(new SnapshotRow.Key(workspace, id))
                .map(row -> Optional.ofNullable(row).map(SnapshotRow::toDomain));
    }

    @Override
    @WithSession
    public Uni<List<Snapshot>> freshPages(String workspace, String domain, Instant now) {
        return snapshots
                .find(FRESH_PAGES, workspace, domain, now)
                .list()
                .map(rows -> rows.stream().map(SnapshotRow::toDomain).toList());
    }

    private static Brief toDomain(BriefRow row) {
        try {
            return BriefFromWire.toDomain(io.outrider.type.v1.Brief.parseFrom(row.document));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("The stored brief " + row.id + " cannot be read", e);
        }
    }

    /** Panache's own API is wide: kept private, callers see only {@link Briefs}. */
    private static final class BriefRows implements PanacheRepositoryBase<BriefRow, BriefRow.Key> {}

    private static final class SnapshotRows implements PanacheRepositoryBase<SnapshotRow, SnapshotRow.Key> {}
}
