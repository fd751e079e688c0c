package io.outrider.orchestrator.effect.door;

import io.outrider.orchestrator.effect.door.Suppressions.Wanted;
import io.outrider.orchestrator.run.store.Unnest;
import io.outrider.orchestrator.v1.ContactEvent;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Use case: a contact answered, or wants no more. */
@ApplicationScoped
class ContactEvents {

    private static final String KEEP = """
            insert into contact_event as c (workspace_id, email, event, time, source) values ($1, $2, $3, $4, $5)
            on conflict (workspace_id, email, event) do update
               set time = greatest(c.time, excluded.time), source = excluded.source""";

    private static final String SEE = """
            insert into contact_event_seen (workspace_id, dedupe_key, create_time) values ($1, $2, $3)
            on conflict do nothing returning dedupe_key""";

    /** The last message that went, or may have gone, to the contact before. */
    private static final String REMEMBER = """
            insert into contact_outcome (workspace_id, effect_id, outcome, detail, create_time)
            select e.workspace_id, e.id, $3, $4, $5
              from effect_message m
              join effect e on e.workspace_id = m.workspace_id and e.id = m.effect_id
             where m.workspace_id = $1 and m.contact = $2 and m.step = 0
               and e.state in ('DONE', 'UNKNOWN') and e.claim_time <= $6
             order by e.claim_time desc
             limit 1
            on conflict do nothing""";

    private static final Set<ContactEvent> AGAINST_THE_MESSAGE =
            Set.of(ContactEvent.CONTACT_EVENT_BOUNCED, ContactEvent.CONTACT_EVENT_COMPLAINED);

    private final Pool pool;
    private final Clock clock;

    ContactEvents(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    record Happened(String workspace, String email, ContactEvent event, Instant at, String source, String by) {}

    /** @param key two of a workspace with one key are one */
    record Keyed(String key, Happened happened) {}

    /** @return whether the address is suppressed because of it */
    Future<Boolean> record(Happened happened) {
        return pool.withTransaction(connection -> record(connection, happened))
                .map(answer -> Objects.requireNonNull(answer));
    }

    /** All in one transaction. @return how many were not known by their key */
    Future<Integer> recordOnce(String workspace, List<Keyed> reports) {
        return pool.withTransaction(connection -> {
                    var fresh = Future.succeededFuture(0);
                    for (var report : reports) {
                        fresh = fresh.compose(before -> recordOnce(connection, workspace, report)
                                .map(isFresh -> isFresh ? before + 1 : before));
                    }
                    return fresh;
                })
                .map(count -> Objects.requireNonNull(count));
    }

    private Future<Boolean> recordOnce(SqlConnection connection, String workspace, Keyed report) {
        return connection
                .preparedQuery(SEE)
                .execute(Tuple.of(workspace, report.key(), Unnest.utc(clock.instant())))
                .compose(seen -> seen.size() == 0
                        ? Future.succeededFuture(false)
                        : record(connection, report.happened()).map(done -> true));
    }

    private Future<Boolean> record(SqlConnection connection, Happened happened) {
        var word = happened.event().name().substring("CONTACT_EVENT_".length());
        var suppresses = happened.event() != ContactEvent.CONTACT_EVENT_REPLIED;
        return connection
                .preparedQuery(KEEP)
                .execute(Tuple.of(
                        happened.workspace(), happened.email(), word, Unnest.utc(happened.at()), happened.source()))
                .compose(done -> AGAINST_THE_MESSAGE.contains(happened.event())
                        ? remember(connection, happened, word)
                        : Future.succeededFuture())
                .compose(done -> suppresses
                        ? Suppressions.add(connection, suppression(happened, word))
                        : Future.succeededFuture())
                .map(done -> suppresses);
    }

    private Future<Void> remember(SqlConnection connection, Happened happened, String word) {
        return connection
                .preparedQuery(REMEMBER)
                .execute(Tuple.of(
                        happened.workspace(),
                        happened.email(),
                        word,
                        happened.source(),
                        Unnest.utc(clock.instant()),
                        Unnest.utc(happened.at())))
                .mapEmpty();
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
