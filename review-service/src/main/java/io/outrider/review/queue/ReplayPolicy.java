package io.outrider.review.queue;

import io.outrider.kit.error.Check;
import io.outrider.kit.thread.VirtualThreadOffload;
import io.outrider.review.policy.Gatekeeper;
import io.outrider.review.policy.Policies;
import io.outrider.review.policy.Policy;
import io.outrider.review.policy.PolicyCheck;
import io.outrider.review.policy.Source;
import io.outrider.review.queue.Replay.Past;
import io.outrider.review.queue.Replay.Replayed;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Use case: says what another policy would make of the newest proposals, beside the one that holds. Changes nothing. */
@ApplicationScoped
public class ReplayPolicy {

    static final int USUAL = 200;
    static final int MOST = 2_000;

    /** Documents can be large, so only so many are in memory at once. */
    private static final int PAGE = 100;

    private static final String NEWEST = "select id, action_type, agent, segment_id, model from item"
            + " where workspace_id = $1 and not planted order by id desc limit $2";
    private static final String READ = """
            select i.id, i.action_type, i.agent, i.segment_id, i.model, i.domain, i.state, i.create_time, v.document
            from item i
            join lateral (
                select document from item_version v
                where v.workspace_id = i.workspace_id and v.item_id = i.id and v.made_by = i.run_id
                order by v.version desc limit 1) v on true
            where i.workspace_id = $1 and i.id = any($2) order by i.id""";

    private final Policies policies;
    private final Trusts trusts;
    private final Documents documents;
    private final Pool pool;
    private final VirtualThreadOffload offload;
    private final Gatekeeper gatekeeper = new Gatekeeper();

    ReplayPolicy(Policies policies, Trusts trusts, Documents documents, Pool pool, VirtualThreadOffload offload) {
        this.policies = policies;
        this.trusts = trusts;
        this.documents = documents;
        this.pool = pool;
        this.offload = offload;
    }

    /**
     * @param candidate checked as if it were to be stored
     * @param last how many proposals, newest first; 0 for the usual 200
     */
    public Uni<Replayed> run(String workspace, Policy candidate, int last) {
        PolicyCheck.check(candidate);
        Check.between(last, 0, MOST, "last");
        return policies.newest(workspace)
                .chain(current -> newest(workspace, last == 0 ? USUAL : last)
                        .chain(found -> known(workspace, found).chain(known -> {
                            var replay = new Replay(gatekeeper, current, candidate);
                            return judge(workspace, found.ids(), known, replay);
                        })));
    }

    private Uni<Found> newest(String workspace, int most) {
        return pool.preparedQuery(NEWEST).execute(Tuple.of(workspace, most)).map(rows -> {
            var ids = new ArrayList<String>();
            var kins = new LinkedHashSet<Kin>();
            rows.forEach(row -> {
                ids.add(row.getString("id"));
                kins.add(kin(row));
            });
            return new Found(List.copyOf(ids.reversed()), kins);
        });
    }

    private Uni<Map<Kin, Trusts.Known>> known(String workspace, Found found) {
        return Panache.withSession(() -> {
            var all = Uni.createFrom().<Map<Kin, Trusts.Known>>item(new HashMap<>());
            for (var kin : found.kins()) {
                all = all.chain(map -> trusts.known(workspace, kin.actionType(), kin.source())
                        .invoke(one -> map.put(kin, one))
                        .replaceWith(map));
            }
            return all;
        });
    }

    private Uni<Replayed> judge(String workspace, List<String> ids, Map<Kin, Trusts.Known> known, Replay replay) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(replay.result());
        }
        var page = ids.subList(0, Math.min(PAGE, ids.size())).toArray(String[]::new);
        return pool.preparedQuery(READ)
                .execute(Tuple.of(workspace, page))
                .chain(rows -> offload.call(() -> {
                    rows.forEach(row -> replay.judge(past(row, known)));
                    return replay;
                }))
                .chain(() -> judge(workspace, ids.subList(page.length, ids.size()), known, replay));
    }

    private Past past(Row row, Map<Kin, Trusts.Known> known) {
        var type = row.getString("action_type");
        var kin = Objects.requireNonNull(known.get(kin(row)));
        var state = ItemState.valueOf(row.getString("state"));
        return new Past(
                row.getString("id"),
                row.getString("domain"),
                row.get(OffsetDateTime.class, "create_time").toInstant(),
                state == ItemState.ACCEPTED || state == ItemState.EDITED,
                documents.proposed(row.getBuffer("document").getBytes()),
                policy -> Trusts.trust(policy, type, kin));
    }

    private static Kin kin(Row row) {
        return new Kin(
                row.getString("action_type"),
                new Source(row.getString("agent"), row.getString("segment_id"), row.getString("model")));
    }

    private record Kin(String actionType, Source source) {}

    /** @param ids oldest first */
    private record Found(List<String> ids, Set<Kin> kins) {}
}
