package io.outrider.orchestrator.run.store;

import io.outrider.orchestrator.run.DecidedAction;
import io.outrider.orchestrator.run.LegId;
import io.outrider.orchestrator.run.LegStart;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.RunRow;
import io.outrider.orchestrator.v1.RunStep;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes runs over at the start of a leg, and reads what the leg needs. */
final class Begins {

    private static final Unnest<LegId> LEGS = new Unnest<LegId>(2)
            .text("ws", l -> l.run().workspace())
            .text("id", l -> l.run().id())
            .int4("leg", LegId::leg);
    private static final Unnest<RunKey> RUNS =
            new Unnest<RunKey>(1).text("ws", RunKey::workspace).text("id", RunKey::id);
    static final String BEGIN = Sql.read("begin").replace("{k}", LEGS.as("k"));
    static final String ACTIONS = Sql.read("decided_actions").replace("{k}", RUNS.as("k"));

    private final Pool pool;
    private final Clock clock;

    Begins(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Empty for a leg that is not the run's present one, or whose run has ended. */
    Future<List<Optional<LegStart>>> commit(List<LegId> legs) {
        var parameters = Tuple.of(Unnest.utc(clock.instant()));
        LEGS.bind(legs, parameters);
        return pool.preparedQuery(BEGIN).execute(parameters).compose(rows -> withActions(legs, begun(rows)));
    }

    private Future<List<Optional<LegStart>>> withActions(List<LegId> legs, Map<RunKey, RunRow> begun) {
        var acting = begun.values().stream()
                .filter(row -> row.run().getStep() == RunStep.RUN_STEP_ACT)
                .map(RunRow::key)
                .toList();
        return actions(acting)
                .map(actions -> legs.stream()
                        .map(leg -> Optional.ofNullable(begun.get(leg.run()))
                                .map(row -> new LegStart(row, actions.getOrDefault(leg.run(), List.of()))))
                        .toList());
    }

    Future<Map<RunKey, List<DecidedAction>>> actions(List<RunKey> runs) {
        if (runs.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        var parameters = Tuple.tuple();
        RUNS.bind(runs, parameters);
        return pool.preparedQuery(ACTIONS).execute(parameters).map(Begins::byRun);
    }

    private static Map<RunKey, RunRow> begun(RowSet<Row> rows) {
        Map<RunKey, RunRow> begun = new HashMap<>();
        rows.forEach(row -> {
            var read = RunColumns.read(row);
            begun.put(read.key(), read);
        });
        return begun;
    }

    private static Map<RunKey, List<DecidedAction>> byRun(RowSet<Row> rows) {
        Map<RunKey, List<DecidedAction>> actions = new HashMap<>();
        rows.forEach(row -> actions.computeIfAbsent(
                        new RunKey(row.getString("workspace_id"), row.getString("run_id")), key -> new ArrayList<>())
                .add(ActionColumns.read(row)));
        return actions;
    }
}
