package io.outrider.review.queue;

import io.outrider.kit.error.NotFound;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Grants that were taken back. Within the caller's transaction. */
final class Revocations {

    private static final String REVOKE = """
            insert into grant_revocation (workspace_id, grant_id, reason, revoked_by, revoke_time)
            values (:workspace, :grant, :reason, :by, :now) on conflict do nothing""";
    private static final String ITEM_OF = "select id from item where workspace_id = :workspace and grant_id = :grant";

    private Revocations() {}

    /** @return false where it was taken back before */
    static Uni<Boolean> add(String workspace, String grantId, String reason, String by, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REVOKE)
                        .setParameter("workspace", workspace)
                        .setParameter("grant", grantId)
                        .setParameter("reason", reason)
                        .setParameter("by", by)
                        .setParameter("now", now)
                        .executeUpdate())
                .map(count -> count > 0);
    }

    /** @throws NotFound also where the grant is another workspace's */
    static Uni<String> itemOf(String workspace, String grantId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ITEM_OF, String.class)
                        .setParameter("workspace", workspace)
                        .setParameter("grant", grantId)
                        .getResultList())
                .map(items -> {
                    if (items.isEmpty()) {
                        throw new NotFound("grant", grantId);
                    }
                    return items.getFirst();
                });
    }
}
