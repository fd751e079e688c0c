package io.outrider.orchestrator.decision;

import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.run.RunChanges;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.store.Sql;
import io.outrider.orchestrator.run.store.Unnest;
import io.outrider.orchestrator.run.store.Wakes;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.RejectReason;
import io.outrider.review.v1.WatchDecisionsResponse;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Stores decisions, how far the stream was read, and the legs that they wake: one transaction. */
@ApplicationScoped
class DecisionStore {

    private static final Unnest<WatchDecisionsResponse> DECISIONS = new Unnest<WatchDecisionsResponse>(4)
            .text("ws", WatchDecisionsResponse::getWorkspaceId)
            .text("run_id", WatchDecisionsResponse::getRunId)
            .text("proposal_key", WatchDecisionsResponse::getProposalKey)
            .text("item_id", WatchDecisionsResponse::getItemId)
            .text("state", d -> bare(d.getState()))
            .text("grant_id", d -> d.getGrant().getId())
            .text("grant_jws", d -> d.getGrant().getJws())
            .bytes("edited_payload", DecisionStore::edited)
            .text("reason", DecisionStore::reason)
            .text("decided_by", WatchDecisionsResponse::getDecidedBy)
            .time("decide_time", DecisionStore::time)
            .text("stream_cursor", WatchDecisionsResponse::getCursor)
            .int4("version", d -> Math.max(1, d.getVersion()))
            .bool("wants_draft", WatchDecisionsResponse::getWantsDraft);
    private static final Unnest<RunKey> RUNS =
            new Unnest<RunKey>(1).text("ws", RunKey::workspace).text("id", RunKey::id);
    private static final String STORE = Sql.read("decide").replace("{d}", DECISIONS.as("d"));
    private static final String LOCK = Sql.read("decide_lock").replace("{k}", RUNS.as("k"));

    private final Pool pool;
    private final Clock clock;
    private final Wakes wakes;
    private final RunChanges changes;

    DecisionStore(Pool pool, Clock clock, Wakes wakes, RunChanges changes) {
        this.pool = pool;
        this.clock = clock;
        this.wakes = wakes;
        this.changes = changes;
    }

    /**
     * @param epoch of the reader's lease
     * @return false where another reader has taken the lease: nothing was stored
     */
    CompletableFuture<Boolean> store(List<WatchDecisionsResponse> decisions, long epoch) {
        var runs = decisions.stream()
                .map(d -> new RunKey(d.getWorkspaceId(), d.getRunId()))
                .distinct()
                .sorted()
                .toList();
        return pool.withTransaction(connection -> store(connection, decisions, epoch, runs))
                .map(stored -> Objects.requireNonNull(stored))
                .toCompletionStage()
                .toCompletableFuture()
                .whenComplete((stored, failure) -> runs.forEach(changes::changed));
    }

    private Future<Boolean> store(
            SqlConnection connection, List<WatchDecisionsResponse> decisions, long epoch, List<RunKey> runs) {
        var now = clock.instant();
        var parameters = Tuple.of(Unnest.utc(now), epoch, decisions.getLast().getCursor());
        DECISIONS.bind(decisions, parameters);
        var locked = Tuple.tuple();
        RUNS.bind(runs, locked);
        return connection
                .preparedQuery(STORE)
                .execute(parameters)
                .map(rows -> rows.iterator().next().getLong("reader") == 1)
                .compose(reader -> reader
                        ? connection
                                .preparedQuery(LOCK)
                                .execute(locked)
                                .compose(held -> wakes.wake(connection, runs, now))
                                .map(woken -> true)
                        : Future.succeededFuture(false));
    }

    private static String bare(ItemState state) {
        return state == ItemState.UNRECOGNIZED ? "UNKNOWN" : state.name().substring("ITEM_STATE_".length());
    }

    private static byte @Nullable [] edited(WatchDecisionsResponse decision) {
        return decision.getEditedPayload().isEmpty()
                ? null
                : decision.getEditedPayload().toByteArray();
    }

    private static String reason(WatchDecisionsResponse decision) {
        var code = decision.getReason() == RejectReason.REJECT_REASON_UNSPECIFIED
                ? ""
                : decision.getReason().name().substring("REJECT_REASON_".length());
        return code.isEmpty() || decision.getComment().isEmpty()
                ? code + decision.getComment()
                : code + ", " + decision.getComment();
    }

    private static @Nullable Instant time(WatchDecisionsResponse decision) {
        return decision.hasDecideTime() ? Timestamps.toInstant(decision.getDecideTime()) : null;
    }
}
