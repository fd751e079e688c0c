package io.outrider.orchestrator.effect.door;

import io.outrider.orchestrator.effect.door.Suppressions.Wanted;
import io.outrider.orchestrator.run.store.Unnest;
import io.outrider.orchestrator.v1.ContactEvent;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/** Use case: a contact answered, or wants no more. */
@ApplicationScoped
class ContactEvents {

    private static final String KEEP = """
            insert into contact_event as c (workspace_id, email, event, time, source) values ($1, $2, $3, $4, $5)
            on conflict (workspace_id, email, event) do update
               set time = greatest(c.time, excluded.time), source = excluded.source""";

    private final Pool pool;
    private final Clock clock;

    ContactEvents(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    record Happened(String workspace, String email, ContactEvent event, Instant at, String source, String by) {}

    /** @return whether the address is suppressed because of it */
    Future<Boolean> record(Happened happened) {
        var word = happened.event().name().substring("CONTACT_EVENT_".length());
        var suppresses = happened.event() != ContactEvent.CONTACT_EVENT_REPLIED;
        return pool.withTransaction(connection -> connection
                        .preparedQuery(KEEP)
                        .execute(Tuple.of(
                                happened.workspace(),
                                happened.email(),
                                word,
                                Unnest.utc(happened.at()),
                                happened.source()))
                        .compose(done -> suppresses
                                ? Suppressions.add(connection, suppression(happened, word))
                                : Future.succeededFuture())
                        .map(done -> suppresses))
                .map(answer -> Objects.requireNonNull(answer));
    }

    private Wanted suppression(Happened happened, String word) {
        var source = happened.source().isEmpty() ? "" : " (" + happened.source() + ")";
        return new Wanted(
                happened.workspace(),
                happened.email(),
                word.toLowerCase(Locale.ROOT).replace('_', ' ') + source,
                happened.by(),
                clock.instant());
    }
}
