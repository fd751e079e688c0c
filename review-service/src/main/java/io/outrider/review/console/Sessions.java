package io.outrider.review.console;

import io.outrider.kit.error.Unauthenticated;
import io.outrider.kit.id.Sha256;
import io.outrider.review.audit.AuditTrail;
import io.outrider.review.audit.Entry;
import io.outrider.review.policy.Policies;
import io.outrider.review.quality.Fatigue;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** Who is signed in. Tokens are kept as hashes only. */
@ApplicationScoped
class Sessions {

    private static final String ADD = """
            insert into console_session (token_sha256, workspace_id, subject, csrf, roles, signed_in_with,
                expire_time, seen_time, begin_time, busy_since)
            values (:token, :workspace, :subject, :csrf, :roles, :with, :until, :now, :now, :now)""";
    private static final String SEEN = """
            update console_session set seen_time = :now,
                busy_since = case when seen_time < :pause then :now else busy_since end
            where token_sha256 = :token and expire_time > :now and seen_time > :idle
            returning subject, workspace_id, csrf, roles, busy_since""";
    private static final String PEEK = """
            select subject, workspace_id, csrf, roles, busy_since from console_session
            where token_sha256 = :token and expire_time > :now and seen_time > :idle""";
    private static final String PAUSED = "update console_session set busy_since = :now where token_sha256 = :token";
    private static final String END = "delete from console_session where token_sha256 = :token or expire_time <= :now";
    private static final String END_ALL =
            "delete from console_session where workspace_id = :workspace and subject = :subject";

    private final ConsoleConfig config;
    private final Cookies cookies;
    private final Policies policies;
    private final AuditTrail audit;
    private final Fatigue fatigue;
    private final Clock clock;

    Sessions(ConsoleConfig config, Cookies cookies, Policies policies, AuditTrail audit, Fatigue fatigue, Clock clock) {
        this.config = config;
        this.cookies = cookies;
        this.policies = policies;
        this.audit = audit;
        this.fatigue = fatigue;
        this.clock = clock;
    }

    /**
     * The session of the request's cookie, which counts as seen now.
     *
     * @throws Unauthenticated where there is none, or it is over
     */
    Uni<Session> require(HttpHeaders headers) {
        return find(SEEN, cookies.session(headers)).chain(this::reviewing);
    }

    /** Only who has opened or decided items all the time is tired by it; who said that they had a pause is asked later again. */
    private Uni<Session> reviewing(Session who) {
        return who.tired()
                ? fatigue.of(who.workspace(), who.subject())
                        .map(streak -> who.busy(
                                Math.min(who.busyMinutes(), streak.length().toMinutes())))
                : Uni.createFrom().item(who);
    }

    /** {@link #require}, by something that runs by itself and is no sign of a person. */
    Uni<Session> peek(String token) {
        return find(PEEK, token);
    }

    /**
     * Begins a session, with a token that nobody had before.
     *
     * @param with how the person signed in, for the audit log
     * @return the session's token
     */
    Uni<String> begin(Person person, String with) {
        var token = Secrets.next();
        var now = clock.instant();
        var entry = audit.entry(now, Entry.Kind.SIGNED_IN, person.subject(), "", Map.of("with", with));
        return policies.newest(person.workspace())
                .chain(() -> Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(ADD)
                                .setParameter("token", Sha256.hex(token))
                                .setParameter("workspace", person.workspace())
                                .setParameter("subject", person.subject())
                                .setParameter("csrf", Secrets.next())
                                .setParameter("roles", Roles.text(person.roles()))
                                .setParameter("with", with)
                                .setParameter("until", now.plus(config.session()))
                                .setParameter("now", now)
                                .executeUpdate())
                        .chain(() -> audit.append(person.workspace(), List.of(entry)))))
                .replaceWith(token);
    }

    /** The person says that they had a pause, or need none. */
    Uni<Void> paused(String token) {
        return update(PAUSED, Map.of("token", Sha256.hex(token), "now", clock.instant()));
    }

    Uni<Void> end(String token) {
        return update(END, Map.of("token", Sha256.hex(token), "now", clock.instant()));
    }

    /** Ends every session of this person, on whatever machine. */
    Uni<Void> endAll(Session who) {
        return update(END_ALL, Map.of("workspace", who.workspace(), "subject", who.subject()));
    }

    private Uni<Session> find(String sql, String token) {
        var now = clock.instant();
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> {
                    var query = session.createNativeQuery(sql, Object[].class)
                            .setParameter("token", Sha256.hex(token))
                            .setParameter("now", now)
                            .setParameter("idle", now.minus(config.idle()));
                    if (sql.contains(":pause")) {
                        query.setParameter("pause", now.minus(config.pause()));
                    }
                    return query.getSingleResultOrNull();
                }))
                .map(row -> {
                    if (row == null) {
                        throw new Unauthenticated("You are not signed in");
                    }
                    var busy = Duration.between(((OffsetDateTime) row[4]).toInstant(), now)
                            .toMinutes();
                    return new Session(
                            (String) row[0], (String) row[1], (String) row[2], Roles.parse((String) row[3]), busy);
                });
    }

    private static Uni<Void> update(String sql, Map<String, Object> parameters) {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> {
                    var query = session.createNativeQuery(sql);
                    parameters.forEach(query::setParameter);
                    return query.executeUpdate();
                }))
                .replaceWithVoid();
    }
}
