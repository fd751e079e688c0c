package io.outrider.review.slack;

import io.outrider.kit.id.Sha256;
import io.outrider.review.policy.Gate;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Which versions of which items were posted, and which of Slack's requests were seen. */
@ApplicationScoped
class Notices {

    /** After this a notice that was taken and not posted is taken again: its replica is gone. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int MOST_AT_ONCE = 10;

    private static final String TAKE = """
            insert into slack_notice as n (workspace_id, item_id, version, take_time)
            select i.workspace_id, i.id, i.version, :now from item i
            where i.workspace_id = :workspace and i.state in ('PENDING', 'ESCALATED') and i.due_time > :now
                and i.gate = any(string_to_array(:gates, ','))
                and not exists (select 1 from slack_notice s where s.workspace_id = i.workspace_id and s.item_id = i.id
                    and s.version = i.version and (s.posted or s.take_time > :gone))
            order by i.priority desc, i.id limit %d
            on conflict (workspace_id, item_id, version) do update set take_time = excluded.take_time
                where not n.posted and n.take_time <= :gone
            returning item_id""".formatted(MOST_AT_ONCE);
    private static final String POSTED =
            "update slack_notice set posted = true where workspace_id = :workspace and item_id = :item and version = :version";
    private static final String FIRST = """
            with old as (delete from slack_request where seen_time < :old)
            insert into slack_request (signature_sha256, seen_time) values (:signature, :now) on conflict do nothing""";

    /** Ids of open items that nobody has posted yet, now taken by this replica. */
    Uni<List<String>> take(String workspace, Collection<Gate> gates, Instant now) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE, String.class)
                        .setParameter("workspace", workspace)
                        .setParameter(
                                "gates",
                                String.join(",", gates.stream().map(Gate::name).toList()))
                        .setParameter("now", now)
                        .setParameter("gone", now.minus(PATIENCE))
                        .getResultList()));
    }

    Uni<Void> posted(String workspace, String itemId, int version) {
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(POSTED)
                                .setParameter("workspace", workspace)
                                .setParameter("item", itemId)
                                .setParameter("version", version)
                                .executeUpdate()))
                .replaceWithVoid();
    }

    /** Whether this request of Slack's comes for the first time. */
    Uni<Boolean> first(String signature, Instant now) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(FIRST)
                        .setParameter("signature", Sha256.hex(signature))
                        .setParameter("now", now)
                        .setParameter("old", now.minus(SlackSignature.WINDOW.multipliedBy(2)))
                        .executeUpdate())
                .map(inserted -> inserted == 1));
    }
}
