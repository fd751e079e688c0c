package io.outrider.orchestrator.signal;

import io.outrider.orchestrator.run.Asked;
import io.outrider.orchestrator.run.store.Sql;
import io.outrider.orchestrator.run.store.Unnest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Signals in PostgreSQL. */
@ApplicationScoped
public class SignalStore {

    /** What became of a request. */
    sealed interface Added {

        /** @param accepted how many were not known before */
        record Fresh(int accepted) implements Added {}

        /** The request was answered before. */
        record Known(int accepted) implements Added {}

        record Reused() implements Added {}
    }

    /** Of one account; the newest. More would not change what they add up to. */
    private static final int MOST_READ = 1_000;

    private static final String BETWEEN_IDS = "\u001f";
    private static final Unnest<AccountSignal> SIGNALS = new Unnest<AccountSignal>(4)
            .text("id", AccountSignal::id)
            .text("domain", AccountSignal::domain)
            .text("person_id", AccountSignal::personId)
            .int4("party", AccountSignal::party)
            .text("kind", s -> s.kind().name())
            .text("topic", AccountSignal::topic)
            .float8("strength", AccountSignal::strength)
            .time("occur_time", AccountSignal::occurTime)
            .time("observe_time", AccountSignal::observeTime)
            .float8("half_life_days", AccountSignal::halfLifeDays)
            .text("source", AccountSignal::source)
            .text("evidence", s -> String.join(BETWEEN_IDS, s.evidenceIds()))
            .text("dedupe_key", AccountSignal::dedupeKey)
            .time("fade_time", AccountSignal::fadeTime);
    private static final String ADD = Sql.read("add_signals").replace("{s}", SIGNALS.as("s"));
    private static final String ASK = "insert into request (workspace_id, caller, request_id, body_sha256, result_id,"
            + " create_time) values ($1, $2, $3, $4, '', $5) on conflict do nothing";
    private static final String ANSWER =
            "update request set result_id = $4 where workspace_id = $1 and caller = $2 and request_id = $3";
    private static final String KNOWN = "select body_sha256, result_id from request"
            + " where workspace_id = $1 and caller = $2 and request_id = $3";
    private static final String COUNTING = "select * from signal where workspace_id = $1 and domain = $2"
            + " and fade_time > $3 order by fade_time desc limit " + MOST_READ;

    private final Pool pool;
    private final Clock clock;

    SignalStore(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Keeps what is new and enqueues the evaluation of each account it is about: one transaction. */
    Uni<Added> add(Asked asked, List<AccountSignal> signals) {
        return Uni.createFrom()
                .completionStage(() -> pool.withTransaction(connection -> connection
                                .preparedQuery(ASK)
                                .execute(Tuple.of(
                                        asked.workspace(),
                                        asked.caller(),
                                        asked.requestId(),
                                        Buffer.buffer(asked.bodySha256()),
                                        Unnest.utc(clock.instant())))
                                .compose(rows -> rows.rowCount() == 0
                                        ? known(connection, asked)
                                        : fresh(connection, asked, signals)))
                        .toCompletionStage());
    }

    /** The signals of an account of which something is left; the longest-lasting first. */
    public Uni<List<AccountSignal>> counting(String workspace, String domain) {
        return Uni.createFrom()
                .completionStage(() -> pool.preparedQuery(COUNTING)
                        .execute(Tuple.of(workspace, domain, Unnest.utc(clock.instant())))
                        .map(rows -> {
                            List<AccountSignal> signals = new ArrayList<>();
                            rows.forEach(row -> signals.add(read(row)));
                            return signals;
                        })
                        .toCompletionStage());
    }

    private Future<Added> fresh(SqlConnection connection, Asked asked, List<AccountSignal> signals) {
        var parameters = Tuple.of(
                asked.workspace(),
                Unnest.utc(clock.instant()),
                signals.getFirst().id());
        SIGNALS.bind(signals, parameters);
        return connection.preparedQuery(ADD).execute(parameters).compose(rows -> {
            int accepted = rows.iterator().next().getInteger("accepted");
            return connection
                    .preparedQuery(ANSWER)
                    .execute(Tuple.of(asked.workspace(), asked.caller(), asked.requestId(), Integer.toString(accepted)))
                    .map(kept -> new Added.Fresh(accepted));
        });
    }

    private static Future<Added> known(SqlConnection connection, Asked asked) {
        return connection
                .preparedQuery(KNOWN)
                .execute(Tuple.of(asked.workspace(), asked.caller(), asked.requestId()))
                .map(rows -> {
                    var row = rows.iterator().next();
                    var same = Arrays.equals(row.getBuffer("body_sha256").getBytes(), asked.bodySha256());
                    var result = row.getString("result_id");
                    return same && result.matches("\\d{1,9}")
                            ? new Added.Known(Integer.parseInt(result))
                            : new Added.Reused();
                });
    }

    private static AccountSignal read(Row row) {
        return new AccountSignal(
                row.getString("id"),
                row.getString("domain"),
                row.getString("person_id"),
                row.getInteger("party"),
                SignalKind.valueOf(row.getString("kind")),
                row.getString("topic"),
                row.getDouble("strength"),
                time(row, "occur_time"),
                time(row, "observe_time"),
                row.getDouble("half_life_days"),
                row.getString("source"),
                List.of(row.getArrayOfStrings("evidence_ids")),
                row.getString("dedupe_key"));
    }

    private static Instant time(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
