package io.outrider.review.queue;

import io.outrider.review.audit.Moment;
import io.outrider.review.catalogue.Catalogue;
import io.outrider.review.policy.Policies;
import io.outrider.review.policy.Policy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Use case: says of many grants at once whether they may still be used. One query, whatever their number. */
@ApplicationScoped
public class CheckGrants {

    static final String FIND = """
            select i.grant_id, i.action_type, i.grant_expire_time <= $2 as expired, coalesce(r.grant_id is not null
                or i.state = 'AUTO_GRANTED' and i.create_time <= t.void_before, false) as revoked, w.policy_version
            from item i
            join workspace w on w.workspace_id = i.workspace_id
            left join grant_revocation r on r.workspace_id = i.workspace_id and r.grant_id = i.grant_id
            left join lateral (select void_before from autonomy_track where workspace_id = $1
                and action_type = i.action_type and segment_id = i.segment_id limit 1) t on true
            where i.workspace_id = $1 and i.grant_id = any($3::text[])""";

    private final Policies policies;
    private final Pool pool;
    private final Clock clock;

    CheckGrants(Policies policies, Pool pool, Clock clock) {
        this.pool = pool;
        this.policies = policies;
        this.clock = clock;
    }

    /** @return in the order of the ids */
    public Uni<List<GrantStatus>> run(String workspace, List<String> ids) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(workspace, Moment.now(clock).atOffset(ZoneOffset.UTC), ids.toArray(String[]::new)))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(Map.<String, GrantStatus>of())
                        : judge(workspace, rows))
                .map(known -> ids.stream()
                        .map(id -> known.getOrDefault(id, GrantStatus.UNKNOWN))
                        .toList());
    }

    private Uni<Map<String, GrantStatus>> judge(String workspace, RowSet<Row> rows) {
        var version = rows.iterator().next().getLong("policy_version");
        return policy(workspace, version).map(policy -> {
            Map<String, GrantStatus> known = new HashMap<>();
            rows.forEach(row -> known.put(row.getString("grant_id"), status(policy, row)));
            return known;
        });
    }

    private Uni<Policy> policy(String workspace, long version) {
        return policies.known(workspace, version)
                .map(policy -> Uni.createFrom().item(policy))
                .orElseGet(() -> policies.get(workspace, version));
    }

    private static GrantStatus status(Policy policy, Row row) {
        var stopped = policy.killSwitch()
                || Catalogue.find(row.getString("action_type"))
                        .map(type -> policy.ruleOf(type).disabled())
                        .orElse(true);
        if (stopped) {
            // Before all else: who takes back an effect asks for this alone, with a grant that has run out.
            return GrantStatus.KILL_SWITCH;
        }
        if (row.getBoolean("revoked")) {
            return GrantStatus.REVOKED;
        }
        return row.getBoolean("expired") ? GrantStatus.EXPIRED : GrantStatus.VALID;
    }
}
