package io.outrider.orchestrator.effect;

import io.outrider.kit.id.Sha256;
import io.outrider.orchestrator.connector.Making;
import io.outrider.orchestrator.run.store.GroupCommit;
import io.outrider.orchestrator.run.store.Unnest;
import io.quarkus.logging.Log;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Keeps turns in one table: its primary key decides between two who want the same at the same moment. Those who come together
 * share statements. Two of one replica who want the same are refused together by the database and asked again alone.
 */
@ApplicationScoped
class SharedMakings implements Making.Shared {

    /** Longer than an effect's window and the deadline of its call: whoever took the turn before writes no more. */
    private static final Duration TURN = Duration.ofMinutes(2);

    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Unnest<Want> TAKING = wants(3);
    private static final Unnest<Want> MAKING = wants(1).text("external_id", Want::externalId);

    static final String TAKE = "with " + TAKING.as("w") + """
            insert into making as m (provider, type, key_sha256, taken_by, taken_at)
            select w.provider, w.type, w.key_sha256, w.taken_by, $1 from w
            on conflict (provider, type, key_sha256) do update set taken_by = excluded.taken_by, taken_at = $1
             where m.external_id = '' and (m.taken_by = excluded.taken_by or m.taken_at < $2)
            returning provider, type, key_sha256, taken_by""";
    static final String MADE = "with " + MAKING.as("w") + """
            update making m set external_id = w.external_id from w
             where m.provider = w.provider and m.type = w.type and m.key_sha256 = w.key_sha256
               and m.taken_by = w.taken_by and m.external_id = ''""";
    private static final String FIND = """
            select external_id from making
             where provider = $1 and type = $2 and key_sha256 = $3 and external_id <> ''""";
    private static final String LEFT = """
            delete from making
             where provider = $1 and type = $2 and key_sha256 = $3 and taken_by = $4 and external_id = ''""";
    private static final String GONE = """
            delete from making where provider = $1 and type = $2 and key_sha256 = $3 and external_id = $4""";

    private final Pool pool;
    private final Clock clock;
    private final GroupCommit<Want, Boolean> taking = new GroupCommit<>(Want.ORDER, this::takeAll);
    private final GroupCommit<Want, Boolean> making = new GroupCommit<>(Want.ORDER, this::madeAll);

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
            var taken = await(taking.submit(want(key, by, "")));
            if (taken.isEmpty()) {
                return new Turn.Wait(SOON, "it is not known whether another makes the same record");
            }
            return taken.get()
                    ? new Turn.Ours()
                    : find(key)
                            .<Turn>map(Turn.Made::new)
                            .orElseGet(
                                    () -> new Turn.Wait(SOON, "another effect makes the same record at this moment"));
        }

        @Override
        public void made(Key key, String by, String id) {
            await(making.submit(want(key, by, id)));
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

        private Want want(Key key, String by, String id) {
            return new Want(provider, key.type(), hash(key), by, id);
        }

        private Tuple values(Key key) {
            return Tuple.of(provider, key.type(), hash(key));
        }
    }

    private Future<List<Boolean>> takeAll(List<Want> wants) {
        var now = clock.instant();
        var parameters = Tuple.of(Unnest.utc(now), Unnest.utc(now.minus(TURN)));
        TAKING.bind(wants, parameters);
        return pool.preparedQuery(TAKE).execute(parameters).map(rows -> {
            var taken = rows.stream().map(Want::taken).collect(Collectors.toSet());
            return wants.stream().map(taken::contains).toList();
        });
    }

    private Future<List<Boolean>> madeAll(List<Want> wants) {
        var parameters = Tuple.tuple();
        MAKING.bind(wants, parameters);
        return pool.preparedQuery(MADE).execute(parameters).map(rows -> Collections.nCopies(wants.size(), true));
    }

    private static Unnest<Want> wants(int firstParameter) {
        return new Unnest<Want>(firstParameter)
                .text("provider", Want::provider)
                .text("type", Want::type)
                .text("key_sha256", Want::keySha256)
                .text("taken_by", Want::by);
    }

    private static String hash(Making.Key key) {
        return Sha256.hex(key.value().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    private Optional<RowSet<Row>> ask(String sql, Tuple values) {
        return await(pool.preparedQuery(sql).execute(values).toCompletionStage().toCompletableFuture());
    }

    /** Empty where the database does not answer: what is not stored is found by the provider's index later. */
    private static <T> Optional<T> await(CompletableFuture<T> answer) {
        try {
            return Optional.of(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            Log.warnf(e, "The makings were not asked");
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** @param externalId what was made; empty while it is only wanted */
    private record Want(String provider, String type, String keySha256, String by, String externalId) {

        private static final Comparator<Want> ORDER =
                Comparator.comparing(Want::provider).thenComparing(Want::type).thenComparing(Want::keySha256);

        static Want taken(Row row) {
            return new Want(
                    row.getString("provider"),
                    row.getString("type"),
                    row.getString("key_sha256"),
                    row.getString("taken_by"),
                    "");
        }
    }
}
