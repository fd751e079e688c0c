package io.outrider.review.console;

import io.outrider.kit.error.Unauthenticated;
import io.outrider.kit.id.Sha256;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;

/** Sign-ins that are under way, for whichever replica gets the answer. Each is used once. */
@ApplicationScoped
class OidcLogins {

    private static final String ADD = """
            with gone as (delete from console_login where expire_time <= :now)
            insert into console_login (state_sha256, browser_sha256, nonce, verifier, return_to, expire_time)
            values (:state, :browser, :nonce, :verifier, :to, :until)""";
    private static final String TAKE = "delete from console_login where state_sha256 = :state"
            + " returning browser_sha256, nonce, verifier, return_to, expire_time > :now";

    private final OidcConfig config;
    private final Clock clock;

    OidcLogins(OidcConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    Uni<Void> add(OidcLogin login) {
        var now = clock.instant();
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(ADD)
                                .setParameter("now", now)
                                .setParameter("state", Sha256.hex(login.state()))
                                .setParameter("browser", Sha256.hex(login.browser()))
                                .setParameter("nonce", login.nonce())
                                .setParameter("verifier", login.verifier())
                                .setParameter("to", login.returnTo())
                                .setParameter("until", now.plus(config.patience()))
                                .executeUpdate()))
                .replaceWithVoid();
    }

    /** @throws Unauthenticated where this browser has begun no such sign-in, or it took too long */
    Uni<OidcLogin> take(String state, String browser) {
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(TAKE, Object[].class)
                                .setParameter("state", Sha256.hex(state))
                                .setParameter("now", clock.instant())
                                .getSingleResultOrNull()))
                .map(row -> {
                    if (row == null || !Boolean.TRUE.equals(row[4]) || !same((String) row[0], Sha256.hex(browser))) {
                        throw new Unauthenticated("This sign-in was not begun here, was used, or took too long");
                    }
                    return new OidcLogin(state, browser, (String) row[1], (String) row[2], (String) row[3]);
                });
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
