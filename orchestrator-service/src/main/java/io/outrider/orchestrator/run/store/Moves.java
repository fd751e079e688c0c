package io.outrider.orchestrator.run.store;

import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.run.ActionRow;
import io.outrider.orchestrator.run.Hold;
import io.outrider.orchestrator.run.Move;
import io.outrider.orchestrator.run.Moved;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.Settlement;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunState;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes transitions: one statement for any number of runs, one commit. */
final class Moves {

    private static final Unnest<Move> RUNS = new Unnest<Move>(2)
            .text("ws", m -> m.next().workspace())
            .text("id", m -> run(m).getId())
            .int8("version", m -> run(m).getVersion())
            .text("state", m -> RunColumns.bare(run(m).getState()))
            .text("step", m -> RunColumns.bare(run(m).getStep()))
            .text("playbook_id", m -> run(m).getPlaybookId())
            .int4("level", m -> run(m).getLevelValue())
            .text("brief_id", m -> run(m).getBriefId())
            .text("verdict_id", m -> run(m).getVerdictId())
            .text("sequence_id", m -> run(m).getSequenceId())
            .int4("score", m -> run(m).getScore())
            .int4("tier", m -> run(m).getTierValue())
            .bool("disqualified", m -> m.next().disqualified())
            .float8("confidence", m -> run(m).getConfidence())
            .int8("micro_usd", m -> run(m).getCost().getMicroUsd())
            .int8("prompt_tokens", m -> run(m).getCost().getPromptTokens())
            .int8("completion_tokens", m -> run(m).getCost().getCompletionTokens())
            .int4("model_calls", m -> run(m).getCost().getModelCalls())
            .int4("pages_fetched", m -> run(m).getCost().getPagesFetched())
            .text("reason", m -> run(m).getReason())
            .bool("partial", m -> run(m).getPartial())
            .bool("degraded", m -> run(m).getDegraded())
            .text("skipped", m -> String.join(",", m.next().skipped()))
            .text("missing", m -> String.join("\n", m.next().missing()))
            .time("outage_since", m -> m.next().outageSince())
            .text("failure_step", m -> Failures.step(run(m)))
            .text("failure_code", m -> run(m).getFailure().getCode())
            .int4("failure_attempts", m -> run(m).getFailure().getAttempts())
            .time("failure_time", m -> Failures.time(run(m)))
            .time("end_time", Moves::endTime)
            .bytes("entries", Moves::entries)
            .text("task", Moves::task)
            .time("task_at", m -> m.then() instanceof Move.Then.Later later ? later.at() : null)
            .text("instance", m -> m.next().legId().instance());

    private static final Unnest<OfRun<ActionRow>> ACTIONS = Parts.actions(RUNS.next());

    private static final Unnest<OfRun<Settlement>> SETTLED = Parts.settlements(ACTIONS.next());

    static final String MOVE = Sql.read("move")
            .replace("{m}", RUNS.as("m"))
            .replace("{a}", ACTIONS.as("a"))
            .replace("{s}", SETTLED.as("s"));

    private final Pool pool;
    private final Clock clock;
    private final Wakes wakes;

    Moves(Pool pool, Clock clock, Wakes wakes) {
        this.pool = pool;
        this.clock = clock;
        this.wakes = wakes;
    }

    Future<List<Moved>> commit(List<Move> moves) {
        var now = clock.instant();
        var parked = moves.stream().filter(Moves::parks).map(Moves::key).toList();
        var held = moves.stream().filter(Moves::holds).map(Moves::key).toList();
        if (parked.isEmpty() && held.isEmpty()) {
            return pool.preparedQuery(MOVE).execute(bind(moves, now)).map(rows -> answers(moves, rows));
        }
        return pool.withTransaction(connection -> park(connection, moves, parked, held, now))
                .map(answers -> Objects.requireNonNull(answers));
    }

    /**
     * A decision that was stored, or a hold that was lifted, while the run was still on its way to the wait must wake it now:
     * the second statement sees what was committed until the first one had the row's lock.
     */
    private Future<List<Moved>> park(
            SqlConnection connection, List<Move> moves, List<RunKey> parked, List<RunKey> held, Instant now) {
        var moved = connection.preparedQuery(MOVE).execute(bind(moves, now)).map(rows -> answers(moves, rows));
        var woken = parked.isEmpty() ? Future.succeededFuture(0L) : wakes.wake(connection, parked, now);
        var released = held.isEmpty()
                ? Future.succeededFuture(0)
                : Releases.release(connection, Releases.next(held, now), now);
        return moved.compose(answers -> woken.compose(w -> released).map(ignored -> answers));
    }

    private static Tuple bind(List<Move> moves, Instant now) {
        var parameters = Tuple.of(Unnest.utc(now));
        RUNS.bind(moves, parameters);
        ACTIONS.bind(OfRun.flatten(moves, Moves::key, Move::actions), parameters);
        SETTLED.bind(OfRun.flatten(moves, Moves::key, Move::settled), parameters);
        return parameters;
    }

    private static List<Moved> answers(List<Move> moves, RowSet<Row> rows) {
        Map<RunKey, Moved.Won> won = new HashMap<>();
        rows.forEach(row -> won.put(
                new RunKey(row.getString("workspace_id"), row.getString("id")),
                new Moved.Won(row.getLong("version"), row.getString("cancel_reason"), Hold.of(row.getString("hold")))));
        return moves.stream().<Moved>map(m -> answer(m, won.get(key(m)))).toList();
    }

    private static Moved answer(Move move, Moved.@Nullable Won won) {
        return won != null && won.version() == run(move).getVersion() + 1 ? won : new Moved.Lost();
    }

    private static boolean parks(Move move) {
        return !run(move).hasEndTime()
                && (run(move).getState() == RunState.RUN_STATE_WAITING
                        || run(move).getState() == RunState.RUN_STATE_NEEDS_ATTENTION);
    }

    /** Without a leg of its own: whoever lifts the hold enqueues the next one. */
    private static boolean holds(Move move) {
        return run(move).getState() == RunState.RUN_STATE_HELD && move.then() instanceof Move.Then.End;
    }

    private static RunKey key(Move move) {
        return move.next().key();
    }

    private static Run run(Move move) {
        return move.next().run();
    }

    private static @Nullable Instant endTime(Move move) {
        return run(move).hasEndTime() ? Timestamps.toInstant(run(move).getEndTime()) : null;
    }

    private static byte @Nullable [] entries(Move move) {
        return move.entries().isEmpty()
                ? null
                : Run.newBuilder().addAllTimeline(move.entries()).build().toByteArray();
    }

    private static String task(Move move) {
        return switch (move.then()) {
            case Move.Then.GoOn ignored -> "KEEP";
            case Move.Then.End ignored -> "DELETE";
            case Move.Then.Later ignored -> "LATER";
        };
    }
}
