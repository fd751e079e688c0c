package io.outrider.orchestrator.effect;

import io.outrider.orchestrator.connector.Limits;
import io.outrider.orchestrator.run.store.Unnest;
import io.quarkus.logging.Log;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps in one small table until when a provider wants no calls, for all replicas: they share its credential. What another
 * replica heard is known here a second later; nothing is read while nobody acts.
 */
@ApplicationScoped
class SharedLimits implements Limits {

    private static final Duration READ_EVERY = Duration.ofSeconds(1);
    private static final String CLOSE = """
            insert into connector_limit as l (connector, closed_until) values ($1, $2)
            on conflict (connector) do update set closed_until = greatest(l.closed_until, excluded.closed_until)""";
    private static final String READ = "select connector, closed_until from connector_limit where closed_until > $1";

    private final Pool pool;
    private final Clock clock;
    private final Map<String, Instant> closed = new ConcurrentHashMap<>();
    private final AtomicReference<Instant> readAt = new AtomicReference<>(Instant.EPOCH);

    SharedLimits(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public void close(String connector, Instant until) {
        closed.merge(connector, until, SharedLimits::later);
        pool.preparedQuery(CLOSE)
                .execute(Tuple.of(connector, Unnest.utc(until)))
                .onFailure(failure -> Log.warnf("Other replicas do not know that %s is closed for now", connector));
    }

    @Override
    public Optional<Instant> closedUntil(String connector) {
        var now = clock.instant();
        var read = readAt.get();
        if (!now.isBefore(read.plus(READ_EVERY)) && readAt.compareAndSet(read, now)) {
            read(now);
        }
        return Optional.ofNullable(closed.get(connector)).filter(now::isBefore);
    }

    private void read(Instant now) {
        pool.preparedQuery(READ)
                .execute(Tuple.of(Unnest.utc(now)))
                .onSuccess(rows -> rows.forEach(row -> closed.merge(
                        row.getString("connector"),
                        row.getOffsetDateTime("closed_until").toInstant(),
                        SharedLimits::later)))
                .onFailure(failure -> Log.debugf(failure, "The limits were not read"));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
