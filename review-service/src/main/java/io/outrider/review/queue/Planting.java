package io.outrider.review.queue;

import io.outrider.review.policy.Policy;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plants known-bad copies into the queue, beside what goes to people anyway. Within the caller's transaction.
 *
 * <p>A copy is of an action of the same kind on another account that was allowed some time ago, with one fact changed. It takes
 * the same way to the queue as any proposal, and none out of it: see {@link Telling} and V71.
 */
@ApplicationScoped
class Planting {

    /** Where there are fewer to copy from, a copy would be remembered. */
    static final int LEAST_TO_COPY = 20;

    private static final int MOST_TO_COPY = 50;
    private static final int TRIES = 5;

    /** Of a rare kind nothing may be found: the look back is bounded. */
    private static final String NEWEST =
            "(select id, version, action_type, segment_id, domain, lint_errors, unsupported, planted from item"
                    + " where workspace_id = :workspace and state = '%s' order by id desc limit 1000)";

    private static final String ORIGINALS = "select id, version from ("
            + NEWEST.formatted("ACCEPTED") + " union all " + NEWEST.formatted("EDITED") + " union all "
            + NEWEST.formatted("AUTO_GRANTED") + """
            ) i where action_type = :type and segment_id = :segment and domain <> :domain and not planted
            and lint_errors = 0 and unsupported = 0 and not exists (
                select 1 from planted_item p where p.workspace_id = :workspace and p.copy_of = i.id)
            order by id desc limit\s""" + MOST_TO_COPY;
    private static final String DOCUMENT =
            "select document from item_version where workspace_id = :workspace and item_id = :item and version = :version";
    private static final String KEEP = """
            insert into planted_item (workspace_id, item_id, copy_of, fault, true_text, false_text, create_time)
            values (:workspace, :item, :original, :fault, :true, :false, :now)""";

    private final ItemRows items;
    private final Documents documents;

    Planting(ItemRows items, Documents documents) {
        this.items = items;
        this.documents = documents;
    }

    /**
     * @param waiting proposals that go to people now
     * @return what was planted
     */
    Uni<List<Item>> beside(List<Candidate> waiting, Intake intake, Policy policy, String workspace, Instant now) {
        var planted = Uni.createFrom().<List<Item>>item(new ArrayList<>());
        for (var candidate : waiting) {
            if (PlantDraw.picks(candidate.origin(), policy.plantedRate())) {
                planted = planted.chain(so -> beside(candidate, intake, workspace, now)
                        .invoke(item -> {
                            if (item != null) {
                                so.add(item);
                            }
                        })
                        .replaceWith(so));
            }
        }
        return planted;
    }

    private Uni<@Nullable Item> beside(Candidate like, Intake intake, String workspace, Instant now) {
        return originals(workspace, like)
                .chain(found -> found.size() < LEAST_TO_COPY
                        ? Uni.createFrom().nullItem()
                        : first(
                                PlantDraw.shuffled(like.origin(), found).subList(0, TRIES),
                                like,
                                intake,
                                workspace,
                                now));
    }

    /** Not every proposal has a fact that can be changed so that it shows. */
    private Uni<@Nullable Item> first(
            List<Original> originals, Candidate like, Intake intake, String workspace, Instant now) {
        if (originals.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        var original = originals.getFirst();
        return document(workspace, original).chain(document -> {
            var runId = PlantDraw.runId(like.origin(), original.id());
            var spoiled = documents.spoiled(document, runId, like.document());
            var item = spoiled.flatMap(bad -> intake.plant(bad.candidate(), like));
            return item.isEmpty()
                    ? first(originals.subList(1, originals.size()), like, intake, workspace, now)
                    : store(item.get(), original, spoiled.orElseThrow(), now).replaceWith(item.get());
        });
    }

    private static Uni<List<Original>> originals(String workspace, Candidate like) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ORIGINALS, Object[].class)
                        .setParameter("workspace", workspace)
                        .setParameter("type", like.origin().actionType())
                        .setParameter("segment", like.proposed().source().segmentId())
                        .setParameter("domain", like.origin().domain())
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Original((String) row[0], ((Number) row[1]).intValue()))
                        .toList());
    }

    private static Uni<byte[]> document(String workspace, Original original) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DOCUMENT, byte[].class)
                        .setParameter("workspace", workspace)
                        .setParameter("item", original.id())
                        .setParameter("version", original.version())
                        .getSingleResult());
    }

    private Uni<Void> store(Item item, Original original, Documents.Spoiled spoiled, Instant now) {
        return items.insert(List.of(item), List.of(spoiled.candidate().document()))
                .chain(() -> Panache.getSession())
                .chain(session -> session.createNativeQuery(KEEP)
                        .setParameter("workspace", item.workspace())
                        .setParameter("item", item.id())
                        .setParameter("original", original.id())
                        .setParameter("fault", spoiled.fault())
                        .setParameter("true", spoiled.trueText())
                        .setParameter("false", spoiled.falseText())
                        .setParameter("now", now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** What may be copied. */
    record Original(String id, int version) {}
}
