package io.outrider.orchestrator.effect;

import io.outrider.kit.id.Sha256;
import io.outrider.orchestrator.connector.Making;
import io.outrider.orchestrator.run.store.Unnest;
import io.quarkus.logging.Log;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Keeps turns in one table: its primary key decides between two who want the same at the same moment. */
@ApplicationScoped
class SharedMakings implements Making.Shared {

    /** Longer than an effect's window and the deadline of its call: whoever took the turn before writes no more. */
    private static final Duration TURN = Duration.ofMinutes(2);

    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String TAKE = """
            insert into making as m (provider, type, key_sha256, taken_by, taken_at) values ($1, $2, $3, $4, $5)
            on conflict (provider, type, key_sha256) do update set taken_by = $4, taken_at = $5
             where m.external_id = '' and (m.taken_by = $4 or m.taken_at < $6)
            returning taken_by""";
    private static final String FIND = """
            select external_id from making
             where provider = $1 and type = $2 and key_sha256 = $3 and external_id <> ''""";
    private static final String MADE = """
            update making set external_id = $5
             where provider = $1 and type = $2 and key_sha256 = $3 and taken_by = $4 and external_id = ''""";
    private static final String LEFT = """
            delete from making
             where provider = $1 and type = $2 and key_sha256 = $3 and taken_by = $4 and external_id = ''""";
    private static final String GONE = """
            delete from making where provider = $1 and type = $2 and key_sha256 = $3 and external_id = $4""";

    private final Pool pool;
    private final Clock clock;

    SharedMakings(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public Making at(String provider) {
        return new AtProvider(provider);
    }

    private final class AtProvider implements Making {

        private final String provider;

        AtProvider(String provider) {
            this.provider = provider;
        }

        @Override
        public Turn take(Key key, String by) {
            var now = clock.instant();
            var taken = ask(
                    TAKE, values(key).addString(by).addValue(Unnest.utc(now)).addValue(Unnest.utc(now.minus(TURN))));
            if (taken.isEmpty()) {
                return new Turn.Wait(SOON, "it is not known whether another makes the same record");
            }
            return taken.get().rowCount() > 0
                    ? new Turn.Ours()
                    : find(key)
                            .<Turn>map(Turn.Made::new)
                            .orElseGet(
                                    () -> new Turn.Wait(SOON, "another effect makes the same record at this moment"));
        }

        @Override
        public void made(Key key, String by, String id) {
            ask(MADE, values(key).addString(by).addString(id));
        }

        @Override
        public void left(Key key, String by) {
            ask(LEFT, values(key).addString(by));
        }

        @Override
        public void gone(Key key, String id) {
            ask(GONE, values(key).addString(id));
        }

        @Override
        public Optional<String> find(Key key) {
            return ask(FIND, values(key))
                    .flatMap(rows -> rows.stream().findFirst().map(row -> row.getString(0)));
        }

        private Tuple values(Key key) {
            var value = key.value().toLowerCase(Locale.ROOT);
            return Tuple.of(provider, key.type(), Sha256.hex(value.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Empty where the database does not answer: what is not stored is found by the provider's index later. */
    private Optional<RowSet<Row>> ask(String sql, Tuple values) {
        try {
            return Optional.of(pool.preparedQuery(sql)
                    .execute(values)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            Log.warnf(e, "The makings were not asked");
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
