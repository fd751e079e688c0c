package io.outrider.review.queue;

import io.outrider.kit.error.NotFound;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Items as rows. Every method needs a session of the caller's; those that write, a transaction. */
@ApplicationScoped
class ItemRows implements PanacheRepositoryBase<ItemRow, ItemKey> {

    private static final String OF_ITEM = "key.workspace = ?1 and key.itemId = ?2 order by key.number";

    private final Versions versions = new Versions();
    private final Decisions decisions = new Decisions();

    /** @throws NotFound also where the item is another workspace's */
    Uni<Item> get(String workspace, String id) {
        return row(workspace, id, LockModeType.NONE).chain(this::withDecisions);
    }

    /** {@link #get}, and nobody else changes the item until the transaction ends. */
    Uni<Item> lock(String workspace, String id) {
        return row(workspace, id, LockModeType.PESSIMISTIC_WRITE).chain(this::withDecisions);
    }

    Uni<byte[]> document(Item item) {
        return versions.findById(new VersionKey(item.workspace(), item.id(), item.version()))
                .map(version -> version.document);
    }

    /** In the order of their ids, so that two callers that lock do not deadlock. */
    Uni<List<Item>> ofRun(String workspace, String runId, Collection<String> keys, LockModeType lock) {
        return find("key.workspace = ?1 and runId = ?2 and proposalKey in ?3 order by key.id", workspace, runId, keys)
                .withLock(lock)
                .list()
                .chain(rows -> allWithDecisions(workspace, rows));
    }

    /** Nobody else changes them until the transaction ends. In the order of their ids, so that two callers do not deadlock. */
    Uni<List<Item>> lockAllOfRun(String workspace, String runId) {
        return find("key.workspace = ?1 and runId = ?2 order by key.id", workspace, runId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .chain(rows -> allWithDecisions(workspace, rows));
    }

    Uni<Void> insert(List<Item> items, List<byte[]> documents) {
        var versionRows = IntStream.range(0, items.size())
                .mapToObj(i -> VersionRow.of(
                        items.get(i),
                        documents.get(i),
                        items.get(i).origin().runId(),
                        items.get(i).created()))
                .toList();
        return items.isEmpty()
                ? Uni.createFrom().voidItem()
                : persist(items.stream().map(ItemRow::of).toList()).chain(() -> versions.persist(versionRows));
    }

    Uni<Void> addVersion(Item item, byte[] document, String madeBy, Instant now) {
        return versions.persist(VersionRow.of(item, document, madeBy, now)).replaceWithVoid();
    }

    /** Writes all that may change of an item, and the decisions that are new. */
    Uni<Void> update(Item item, List<Decision> added) {
        var known = item.decisions().size() - added.size();
        var rows = IntStream.range(0, added.size())
                .mapToObj(i -> DecisionRow.of(item, known + i + 1, added.get(i)))
                .toList();
        return findById(new ItemKey(item.workspace(), item.id()))
                .invoke(row -> row.take(item))
                .chain(() -> rows.isEmpty() ? Uni.createFrom().voidItem() : decisions.persist(rows));
    }

    Uni<Long> open(String workspace) {
        return count("key.workspace = ?1 and state in ?2", workspace, List.of(ItemState.PENDING, ItemState.ESCALATED));
    }

    Uni<List<Item>> allWithDecisions(String workspace, List<ItemRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var ids = rows.stream().map(row -> row.key.id()).toList();
        return decisions
                .find("key.workspace = ?1 and key.itemId in ?2 order by key.number", workspace, ids)
                .list()
                .map(all -> rows.stream()
                        .map(row -> row.toDomain(all.stream()
                                .filter(decision -> decision.key.itemId().equals(row.key.id()))
                                .map(DecisionRow::toDomain)
                                .toList()))
                        .toList());
    }

    /** Those of the ids that there are, in the order of the ids. */
    Uni<List<Item>> inOrder(String workspace, List<String> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var place = IntStream.range(0, ids.size()).boxed().collect(Collectors.toMap(ids::get, i -> i));
        return find(
                        "key in ?1",
                        ids.stream().map(id -> new ItemKey(workspace, id)).toList())
                .list()
                .chain(rows -> allWithDecisions(workspace, rows))
                .map(found -> found.stream()
                        .sorted(Comparator.comparing(item -> place.getOrDefault(item.id(), ids.size())))
                        .toList());
    }

    private Uni<ItemRow> row(String workspace, String id, LockModeType lock) {
        return findById(new ItemKey(workspace, id), lock)
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("review item", id));
    }

    private Uni<Item> withDecisions(ItemRow row) {
        return decisions
                .find(OF_ITEM, row.key.workspace(), row.key.id())
                .list()
                .map(all -> row.toDomain(all.stream().map(DecisionRow::toDomain).toList()));
    }

    /** What a request id was used for, and the policy that holds: all that a request needs to begin. */
    static Uni<Opening> opening(String workspace, String requestId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select w.policy_version, r.body_sha256 from workspace w
                                left join request r on r.workspace_id = w.workspace_id and r.request_id = :request
                                where w.workspace_id = :workspace""", Object[].class)
                        .setParameter("workspace", workspace)
                        .setParameter("request", requestId)
                        .getSingleResultOrNull())
                .map(row -> row == null
                        ? new Opening(0, "")
                        : new Opening(((Number) row[0]).longValue(), row[1] == null ? "" : (String) row[1]));
    }

    /**
     * @param policyVersion 0 where the workspace is new
     * @param bodySha256 empty where the request id is new
     */
    record Opening(long policyVersion, String bodySha256) {}

    private static final class Versions implements PanacheRepositoryBase<VersionRow, VersionKey> {}

    private static final class Decisions implements PanacheRepositoryBase<DecisionRow, DecisionKey> {}
}
