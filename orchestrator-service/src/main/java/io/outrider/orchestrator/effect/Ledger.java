package io.outrider.orchestrator.effect;

import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.store.GroupCommit;
import io.outrider.orchestrator.run.store.Sql;
import io.outrider.orchestrator.run.store.Unnest;
import io.outrider.orchestrator.v1.Run;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what is about to be done outside, before it is done. Settlements travel with the run's next move
 * ({@link io.outrider.orchestrator.run.Settlement}).
 */
@ApplicationScoped
public class Ledger {

    private static final Unnest<Claim> RUNS = new Unnest<Claim>(2)
            .text("ws", c -> c.run().workspace())
            .text("id", c -> c.run().id())
            .int8("version", Claim::version)
            .bytes("entries", Ledger::entries);

    private static final Unnest<Of<Claim.Wanted>> EFFECTS = new Unnest<Of<Claim.Wanted>>(RUNS.next())
            .text("ws", e -> e.run().workspace())
            .text("run_id", e -> e.run().id())
            .text("effect_id", e -> e.part().effectId())
            .text("grant_id", e -> e.part().action().grant().id())
            .text("grant_jws", e -> e.part().action().grant().jws())
            .text("action_key", e -> e.part().action().key())
            .text("action_type", e -> e.part().action().actionType())
            .bytes("payload", e -> e.part().action().payload())
            .text("payload_sha256", e -> e.part().action().payloadSha256())
            .text(
                    "idempotency_key",
                    e -> idempotencyKey(e.part().action().grant().id()));

    private static final Unnest<Of<Sent>> MESSAGES = new Unnest<Of<Sent>>(EFFECTS.next())
            .text("ws", m -> m.run().workspace())
            .text("grant_id", m -> m.part().grantId())
            .text("account", m -> m.part().message().account())
            .text("contact", m -> m.part().message().contact())
            .text("sequence", m -> m.part().message().sequence())
            .int4("step", m -> m.part().message().step());

    private static final String CLAIM = Sql.read("claim")
            .replace("{r}", RUNS.as("r"))
            .replace("{e}", EFFECTS.as("e"))
            .replace("{x}", MESSAGES.as("x"));

    private final Pool pool;
    private final Clock clock;
    private final GroupCommit<Claim, Claimed> claiming =
            new GroupCommit<>(Comparator.comparing(Claim::run), this::commit);

    Ledger(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Committed when it completes: only then may anything be called. */
    public CompletableFuture<Claimed> claim(Claim claim) {
        return claiming.submit(claim);
    }

    /** What providers know the effect by. The same for every try of one grant. */
    public static String idempotencyKey(String grantId) {
        return "outrider-" + grantId;
    }

    private Future<List<Claimed>> commit(List<Claim> claims) {
        var parameters = Tuple.of(Unnest.utc(clock.instant()));
        RUNS.bind(claims, parameters);
        EFFECTS.bind(
                claims.stream()
                        .flatMap(c -> c.effects().stream().map(e -> new Of<>(c.run(), e)))
                        .toList(),
                parameters);
        MESSAGES.bind(claims.stream().flatMap(Sent::of).toList(), parameters);
        return pool.preparedQuery(CLAIM).execute(parameters).map(rows -> answers(claims, rows));
    }

    private static List<Claimed> answers(List<Claim> claims, RowSet<Row> rows) {
        Map<RunKey, Long> versions = new HashMap<>();
        Map<RunKey, Map<String, Claimed.Held>> held = new HashMap<>();
        rows.forEach(row -> {
            var run = new RunKey(row.getString("workspace_id"), row.getString("run_id"));
            versions.put(run, row.getLong("version"));
            if (row.getString("effect_id") != null) {
                held.computeIfAbsent(run, key -> new HashMap<>())
                        .put(
                                row.getString("grant_id"),
                                new Claimed.Held(
                                        row.getString("effect_id"),
                                        row.getLong("messages").intValue()));
            }
        });
        return claims.stream()
                .<Claimed>map(claim -> answer(claim, versions.get(claim.run()), held))
                .toList();
    }

    private static Claimed answer(Claim claim, @Nullable Long version, Map<RunKey, Map<String, Claimed.Held>> held) {
        return version != null && version == claim.version() + 1
                ? new Claimed.Won(version, held.getOrDefault(claim.run(), Map.of()))
                : new Claimed.Lost();
    }

    private static byte @Nullable [] entries(Claim claim) {
        return claim.entries().isEmpty()
                ? null
                : Run.newBuilder().addAllTimeline(claim.entries()).build().toByteArray();
    }

    private record Of<T>(RunKey run, T part) {}

    private record Sent(String grantId, Claim.Message message) {

        static java.util.stream.Stream<Of<Sent>> of(Claim claim) {
            return claim.effects().stream()
                    .flatMap(e -> e.messages().stream()
                            .map(m -> new Of<>(
                                    claim.run(), new Sent(e.action().grant().id(), m))));
        }
    }
}
