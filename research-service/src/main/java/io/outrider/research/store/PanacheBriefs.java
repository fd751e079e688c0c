package io.outrider.research.store;

import io.outrider.kit.page.PageToken;
import io.outrider.research.brief.Brief;
import io.outrider.research.brief.Briefs;
import io.outrider.research.brief.Snapshot;
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

    /** Sorts after every id of a brief. */
    private static final String AFTER_ALL = "brf_~";

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
        var from = after.map(PageToken::id).orElse(AFTER_ALL);
        var query = domain.isEmpty()
                ? briefs.find("workspaceId = ?1 and id < ?2 order by id desc", workspace, from)
                : briefs.find("workspaceId = ?1 and domain = ?2 and id < ?3 order by id desc", workspace, domain, from);
        return query.page(0, size)
                .list()
                .map(rows -> rows.stream().map(PanacheBriefs::toDomain).toList());
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
        return StoredBrief.read(row.document);
    }

    /** Panache's own API is wide: kept private, callers see only {@link Briefs}. */
    private static final class BriefRows implements PanacheRepositoryBase<BriefRow, BriefRow.Key> {}

    private static final class SnapshotRows implements PanacheRepositoryBase<SnapshotRow, SnapshotRow.Key> {}
}
