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
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A replica whose clock is behind counts in the minute of the one that is ahead, and starts none anew. */
    private static final String TAKE = """
            insert into connector_limit as l (connector, closed_until, minute, used) values ($1, '-infinity', $2, 1)
            on conflict (connector) do update
               set minute = greatest(l.minute, $2), used = case when l.minute < $2 then 1 else l.used + 1 end
             where l.closed_until <= $4 and (l.minute < $2 or l.used < $3)
            returning used""";

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

    @Override
    public Optional<Instant> take(String connector, int perMinute) {
        var now = clock.instant();
        var minute = now.truncatedTo(ChronoUnit.MINUTES);
        try {
            var taken = pool.preparedQuery(TAKE)
                    .execute(Tuple.of(connector, Unnest.utc(minute), perMinute, Unnest.utc(now)))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return taken.rowCount() > 0 ? Optional.empty() : Optional.of(full(connector, minute.plus(MINUTE)));
        } catch (ExecutionException | TimeoutException e) {
            Log.warnf(e, "It is not known how many effects %s has left", connector);
            return Optional.of(now.plus(SOON));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(now.plus(SOON));
        }
    }

    /** Who comes later in this minute need not ask the database. */
    private Instant full(String connector, Instant until) {
        return closed.merge(connector, until, SharedLimits::later);
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
