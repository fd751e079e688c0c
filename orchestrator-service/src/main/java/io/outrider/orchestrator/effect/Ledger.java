package io.outrider.orchestrator.effect;

import io.outrider.orchestrator.run.ActionRow;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.Settlement;
import io.outrider.orchestrator.run.store.GroupCommit;
import io.outrider.orchestrator.run.store.OfRun;
import io.outrider.orchestrator.run.store.Parts;
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
import java.util.function.Function;
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

    private static final Unnest<Claim> EFFECTS = new Unnest<Claim>(RUNS.next())
            .text("ws", c -> c.run().workspace())
            .text("run_id", c -> c.run().id())
            .text("effect_id", c -> c.wanted().effectId())
            .text("grant_id", Ledger::grantId)
            .text("grant_jws", c -> c.wanted().action().grant().jws())
            .text("action_key", c -> c.wanted().action().key())
            .text("action_type", c -> c.wanted().action().actionType())
            .bytes("payload", c -> c.wanted().action().payload())
            .text("payload_sha256", c -> c.wanted().action().payloadSha256())
            .text("idempotency_key", c -> idempotencyKey(grantId(c)));

    private static final Unnest<Part<Claim.Message>> MESSAGES = new Unnest<Part<Claim.Message>>(EFFECTS.next())
            .text("ws", m -> m.of().run().workspace())
            .text("grant_id", m -> grantId(m.of()))
            .text("account", m -> m.part().account())
            .text("contact", m -> m.part().contact())
            .text("sequence", m -> m.part().sequence())
            .int4("step", m -> m.part().step());

    private static final Unnest<Part<String>> ADDRESSES = new Unnest<Part<String>>(MESSAGES.next())
            .text("ws", k -> k.of().run().workspace())
            .text("run_id", k -> k.of().run().id())
            .text("grant_id", k -> grantId(k.of()))
            .text("address", Part::part)
            .time("since", k -> k.of().since());

    private static final Unnest<OfRun<ActionRow>> ACTIONS = Parts.actions(ADDRESSES.next());
    private static final Unnest<OfRun<Settlement>> SETTLED = Parts.settlements(ACTIONS.next());

    static final String CLAIM = Sql.read("claim")
            .replace("{r}", RUNS.as("r"))
            .replace("{e}", EFFECTS.as("e"))
            .replace("{x}", MESSAGES.as("x"))
            .replace("{k}", ADDRESSES.as("k"))
            .replace("{a}", ACTIONS.as("a"))
            .replace("{s}", SETTLED.as("s"));

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
        EFFECTS.bind(claims, parameters);
        MESSAGES.bind(Part.flatten(claims, c -> c.wanted().messages()), parameters);
        ADDRESSES.bind(Part.flatten(claims, c -> c.wanted().addresses()), parameters);
        ACTIONS.bind(OfRun.flatten(claims, Claim::run, Claim::changed), parameters);
        SETTLED.bind(OfRun.flatten(claims, Claim::run, Claim::settled), parameters);
        return pool.preparedQuery(CLAIM).execute(parameters).map(rows -> answers(claims, rows));
    }

    private static List<Claimed> answers(List<Claim> claims, RowSet<Row> rows) {
        Map<RunKey, Row> byRun = new HashMap<>();
        rows.forEach(row -> byRun.put(new RunKey(row.getString("workspace_id"), row.getString("run_id")), row));
        return claims.stream()
                .map(claim -> answer(claim, byRun.get(claim.run())))
                .toList();
    }

    private static Claimed answer(Claim claim, @Nullable Row row) {
        if (row == null || row.getLong("version") != claim.version() + 1) {
            return new Claimed.Lost();
        }
        var version = row.getLong("version");
        if (row.getString("barred_grant_id") != null) {
            return new Claimed.Barred(version, row.getString("why"));
        }
        return row.getString("effect_id") == null
                ? new Claimed.Used(version)
                : new Claimed.Won(
                        version,
                        row.getString("effect_id"),
                        row.getInteger("attempt"),
                        row.getInteger("tries"),
                        row.getLong("messages").intValue());
    }

    private static String grantId(Claim claim) {
        return claim.wanted().action().grant().id();
    }

    private static byte @Nullable [] entries(Claim claim) {
        return claim.entries().isEmpty()
                ? null
                : Run.newBuilder().addAllTimeline(claim.entries()).build().toByteArray();
    }

    /** Something of a claim. */
    private record Part<T>(Claim of, T part) {

        static <T> List<Part<T>> flatten(List<Claim> claims, Function<Claim, List<T>> parts) {
            return claims.stream()
                    .flatMap(c -> parts.apply(c).stream().map(part -> new Part<>(c, part)))
                    .toList();
        }
    }
}
