package io.outrider.review.queue;

import io.outrider.review.audit.Moment;
import io.outrider.review.catalogue.Catalogue;
import io.outrider.review.policy.Policies;
import io.outrider.review.policy.Policy;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Use case: says of many grants at once whether they may still be used. One query, whatever their number. */
@ApplicationScoped
public class CheckGrants {

    private static final String FIND = """
            select i.grant_id, i.action_type, i.grant_expire_time <= :now, r.grant_id is not null
                or i.state = 'AUTO_GRANTED' and i.create_time <= t.void_before, w.policy_version
            from item i
            join workspace w on w.workspace_id = i.workspace_id
            left join grant_revocation r on r.workspace_id = i.workspace_id and r.grant_id = i.grant_id
            left join autonomy_track t on t.workspace_id = i.workspace_id and t.action_type = i.action_type
                and t.segment_id = i.segment_id
            where i.workspace_id = :workspace and i.grant_id = any(string_to_array(:ids, ','))""";

    private final Policies policies;
    private final Clock clock;

    CheckGrants(Policies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /** @return in the order of the ids */
    public Uni<List<GrantStatus>> run(String workspace, List<String> ids) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND, Object[].class)
                        .setParameter("now", Moment.now(clock))
                        .setParameter("workspace", workspace)
                        .setParameter("ids", String.join(",", ids))
                        .getResultList())
                .chain(rows ->
                        rows.isEmpty() ? Uni.createFrom().item(Map.<String, GrantStatus>of()) : judge(workspace, rows))
                .map(known -> ids.stream()
                        .map(id -> known.getOrDefault(id, GrantStatus.UNKNOWN))
                        .toList()));
    }

    private Uni<Map<String, GrantStatus>> judge(String workspace, List<Object[]> rows) {
        var version = ((Number) rows.getFirst()[4]).longValue();
        return policies.version(workspace, version).map(policy -> {
            Map<String, GrantStatus> known = new HashMap<>();
            rows.forEach(row -> known.put((String) row[0], status(policy, row)));
            return known;
        });
    }

    private static GrantStatus status(Policy policy, Object[] row) {
        var stopped = policy.killSwitch()
                || Catalogue.find((String) row[1])
                        .map(type -> policy.ruleOf(type).disabled())
                        .orElse(true);
        if (stopped) {
            // Before all else: who takes back an effect asks for this alone, with a grant that has run out.
            return GrantStatus.KILL_SWITCH;
        }
        if (Boolean.TRUE.equals(row[3])) {
            return GrantStatus.REVOKED;
        }
        return (Boolean) row[2] ? GrantStatus.EXPIRED : GrantStatus.VALID;
    }
}
