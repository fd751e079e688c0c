package io.outrider.review.console;

import io.outrider.kit.error.Unauthenticated;
import io.outrider.kit.id.Sha256;
import io.outrider.review.audit.RecordAccess;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Links that sign one person in, once and soon. Codes are kept as hashes only. */
@ApplicationScoped
class Links {

    private static final String ADD =
            "insert into console_link (code_sha256, workspace_id, subject, roles, expire_time)"
                    + " values (:code, :workspace, :subject, :roles, :until)";
    private static final String TAKE = "delete from console_link where code_sha256 = :code"
            + " returning workspace_id, subject, roles, expire_time > :now";

    private final ConsoleConfig config;
    private final RecordAccess access;
    private final Clock clock;

    Links(ConsoleConfig config, RecordAccess access, Clock clock) {
        this.access = access;
        this.config = config;
        this.clock = clock;
    }

    /** @return the code of a link that signs this person in */
    Uni<String> add(Person person) {
        var code = Secrets.next();
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(ADD)
                                .setParameter("code", Sha256.hex(code))
                                .setParameter("workspace", person.workspace())
                                .setParameter("subject", person.subject())
                                .setParameter("roles", Roles.text(person.roles()))
                                .setParameter("until", clock.instant().plus(config.link()))
                                .executeUpdate()))
                .replaceWith(code);
    }

    /** @throws Unauthenticated where the code is unknown, used or too old */
    Uni<Person> redeem(String code) {
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(TAKE, Object[].class)
                                .setParameter("code", Sha256.hex(code))
                                .setParameter("now", clock.instant())
                                .getSingleResultOrNull()))
                .chain(row -> {
                    if (row == null) {
                        return Uni.createFrom().<Person>failure(refused());
                    }
                    var person = new Person((String) row[1], (String) row[0], Roles.parse((String) row[2]));
                    return Boolean.TRUE.equals(row[3])
                            ? Uni.createFrom().item(person)
                            : access.refused(person.workspace(), person.subject(), "link", "too old")
                                    .chain(() -> Uni.createFrom().<Person>failure(refused()));
                });
    }

    private static Unauthenticated refused() {
        return new Unauthenticated("The link was used before, or is too old");
    }
}
