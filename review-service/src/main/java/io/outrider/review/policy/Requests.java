package io.outrider.review.policy;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Which request ids a workspace has used, and for what. Needs a transaction of the caller's. */
public final class Requests {

    private static final String USED =
            "select body_sha256 from request where workspace_id = :workspace and request_id = :request";
    private static final String REMEMBER = "insert into request (workspace_id, request_id, body_sha256, create_time)"
            + " values (:workspace, :request, :body, :now)";

    private Requests() {}

    /** The SHA-256 of the body it was used for; empty where it is new. */
    static Uni<String> used(String workspace, String requestId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(USED, String.class)
                        .setParameter("workspace", workspace)
                        .setParameter("request", requestId)
                        .getSingleResultOrNull())
                .map(body -> body == null ? "" : body);
    }

    /** Fails with a constraint violation where another transaction was faster. */
    public static Uni<Void> remember(String workspace, String requestId, String bodySha256, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REMEMBER)
                        .setParameter("workspace", workspace)
                        .setParameter("request", requestId)
                        .setParameter("body", bodySha256)
                        .setParameter("now", now)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
