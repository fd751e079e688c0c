package io.outrider.review.console;

import io.outrider.kit.error.Unauthenticated;
import io.outrider.kit.id.Sha256;
import io.outrider.review.audit.AuditTrail;
import io.outrider.review.audit.Entry;
import io.outrider.review.policy.Policies;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Who is signed in. Codes and tokens are kept as hashes only; a code works once. */
@ApplicationScoped
class Sessions {

    private static final String ADD_LINK =
            "insert into console_link (code_sha256, workspace_id, subject, expire_time) values (:code, :workspace, :subject, :until)";
    private static final String TAKE_LINK =
            "delete from console_link where code_sha256 = :code returning workspace_id, subject, expire_time > :now";
    private static final String ADD =
            "insert into console_session (token_sha256, workspace_id, subject, csrf, expire_time, seen_time)"
                    + " values (:token, :workspace, :subject, :csrf, :until, :now)";
    private static final String SEEN =
            "update console_session set seen_time = :now where token_sha256 = :token and expire_time > :now"
                    + " and seen_time > :idle returning subject, workspace_id, csrf";
    private static final String END = "delete from console_session where token_sha256 = :token or expire_time <= :now";

    private final ConsoleConfig config;
    private final Policies policies;
    private final AuditTrail audit;
    private final Clock clock;

    Sessions(ConsoleConfig config, Policies policies, AuditTrail audit, Clock clock) {
        this.config = config;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return the code of a link that signs this person in, once and soon */
    Uni<String> link(String subject, String workspace) {
        var code = Secrets.next();
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(ADD_LINK)
                                .setParameter("code", Sha256.hex(code))
                                .setParameter("workspace", workspace)
                                .setParameter("subject", subject)
                                .setParameter("until", clock.instant().plus(config.link()))
                                .executeUpdate()))
                .replaceWith(code);
    }

    /**
     * @return the session's token
     * @throws Unauthenticated where the code is unknown, used or too old
     */
    Uni<String> redeem(String code) {
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(TAKE_LINK, Object[].class)
                                .setParameter("code", Sha256.hex(code))
                                .setParameter("now", clock.instant())
                                .getSingleResultOrNull()))
                .chain(link -> link == null || !Boolean.TRUE.equals(link[2])
                        ? Uni.createFrom().failure(new Unauthenticated("The link was used before, or is too old"))
                        : begin((String) link[1], (String) link[0]));
    }

    /** The session of a token, which counts as seen now. */
    Uni<Session> require(String token) {
        var now = clock.instant();
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(SEEN, Object[].class)
                                .setParameter("token", Sha256.hex(token))
                                .setParameter("now", now)
                                .setParameter("idle", now.minus(config.idle()))
                                .getSingleResultOrNull()))
                .map(row -> {
                    if (row == null) {
                        throw new Unauthenticated("You are not signed in");
                    }
                    return new Session((String) row[0], (String) row[1], (String) row[2]);
                });
    }

    Uni<Void> end(String token) {
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(END)
                                .setParameter("token", Sha256.hex(token))
                                .setParameter("now", clock.instant())
                                .executeUpdate()))
                .replaceWithVoid();
    }

    private Uni<String> begin(String subject, String workspace) {
        var token = Secrets.next();
        var now = clock.instant();
        var entry = audit.entry(now, Entry.Kind.SIGNED_IN, subject, "", Map.of("with", "link"));
        return policies.newest(workspace)
                .chain(() -> Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(ADD)
                                .setParameter("token", Sha256.hex(token))
                                .setParameter("workspace", workspace)
                                .setParameter("subject", subject)
                                .setParameter("csrf", Secrets.next())
                                .setParameter("until", now.plus(config.session()))
                                .setParameter("now", now)
                                .executeUpdate())
                        .chain(() -> audit.append(workspace, List.of(entry)))))
                .replaceWith(token);
    }
}
