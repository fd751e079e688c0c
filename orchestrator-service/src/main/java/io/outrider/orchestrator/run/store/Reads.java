package io.outrider.orchestrator.run.store;

import com.google.protobuf.InvalidProtocolBufferException;
import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.run.RunFilter;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.RunTrace;
import io.outrider.orchestrator.v1.ActionState;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunAction;
import io.outrider.orchestrator.v1.TimelineEntry;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads runs for people. */
final class Reads {

    private static final String RUNS = "select * from run where workspace_id = $1 and id = any($2)";
    private static final String BATCH = "select id from run where workspace_id = $1 and batch_id = $2";
    private static final String EVENTS =
            "select entries from run_event where workspace_id = $1 and run_id = $2 order by version";
    private static final String ACTIONS = """
            select a.run_id, a.key, a.action_type, a.state, a.item_id, a.grant_id, a.payload_sha256, a.reason,
                   e.external_id, e.idempotency_key, e.settle_time
              from run_action a
              left join effect e
                on e.workspace_id = a.workspace_id and e.grant_id = a.grant_id and a.grant_id <> ''
             where a.workspace_id = $1 and a.run_id = any($2)
             order by a.run_id, a.ordinal""";

    private final Pool pool;

    Reads(Pool pool) {
        this.pool = pool;
    }

    Future<Optional<Run>> get(RunKey key) {
        var events = pool.preparedQuery(EVENTS).execute(Tuple.of(key.workspace(), key.id()));
        return withActions(key.workspace(), List.of(key.id()))
                .compose(found -> events.map(rows -> found.stream()
                        .findFirst()
                        .map(run -> run.toBuilder()
                                .addAllTimeline(timeline(rows, RunTrace.id(key.id())))
                                .build())));
    }

    Future<List<Run>> withActions(String workspace, Collection<String> ids) {
        var parameters = Tuple.of(workspace, (Object) ids.toArray(String[]::new));
        var actions = pool.preparedQuery(ACTIONS).execute(parameters);
        return pool.preparedQuery(RUNS).execute(parameters).compose(runs -> actions.map(rows -> join(runs, rows)));
    }

    Future<List<String>> idsOfBatch(String workspace, String batchId) {
        return pool.preparedQuery(BATCH).execute(Tuple.of(workspace, batchId)).map(rows -> {
            List<String> ids = new ArrayList<>();
            rows.forEach(row -> ids.add(row.getString("id")));
            return ids;
        });
    }

    /** @param before id of the last run of the page before; empty for the first page */
    Future<List<Run>> list(RunFilter filter, String before, int limit) {
        var parameters = Tuple.of(filter.workspace());
        return pool.preparedQuery(listing(filter, before, limit, parameters))
                .execute(parameters)
                .map(rows -> {
                    List<Run> runs = new ArrayList<>();
                    rows.forEach(row -> runs.add(RunColumns.run(row)));
                    return runs;
                });
    }

    private static List<Run> join(RowSet<Row> runs, RowSet<Row> actions) {
        Map<String, List<RunAction>> byRun = new HashMap<>();
        actions.forEach(row -> byRun.computeIfAbsent(row.getString("run_id"), id -> new ArrayList<>())
                .add(action(row)));
        List<Run> joined = new ArrayList<>();
        runs.forEach(row -> {
            var run = RunColumns.run(row);
            joined.add(run.toBuilder()
                    .addAllActions(byRun.getOrDefault(run.getId(), List.of()))
                    .build());
        });
        return joined;
    }

    /** Only the conditions that are asked for, and states as literals: each combination gets the plan that fits it. */
    private static String listing(RunFilter filter, String before, int limit, Tuple parameters) {
        var sql = new StringBuilder("select * from run where workspace_id = $1");
        condition(sql, " and id < $", before, parameters);
        condition(sql, " and batch_id = $", filter.batchId(), parameters);
        condition(sql, " and domain = $", filter.domain(), parameters);
        if (!filter.states().isEmpty()) {
            sql.append(filter.states().stream()
                    .map(Enum::name)
                    .sorted()
                    .collect(Collectors.joining("', '", " and state in ('", "')")));
        }
        parameters.addInteger(limit);
        return sql.append(" order by id desc limit $").append(parameters.size()).toString();
    }

    private static void condition(StringBuilder sql, String text, String value, Tuple parameters) {
        if (!value.isEmpty()) {
            parameters.addString(value);
            sql.append(text).append(parameters.size());
        }
    }

    private static RunAction action(Row row) {
        var action = RunAction.newBuilder()
                .setKey(row.getString("key"))
                .setActionType(row.getString("action_type"))
                .setState(ActionState.valueOf("ACTION_STATE_" + row.getString("state")))
                .setItemId(row.getString("item_id"))
                .setGrantId(row.getString("grant_id"))
                .setPayloadSha256(row.getString("payload_sha256"))
                .setReason(row.getString("reason"));
        if (row.getString("idempotency_key") != null) {
            action.setIdempotencyKey(row.getString("idempotency_key")).setExternalId(row.getString("external_id"));
        }
        var settled = RunColumns.instant(row, "settle_time");
        if (settled != null) {
            action.setSettleTime(Timestamps.toWire(settled));
        }
        return action.build();
    }

    private static List<TimelineEntry> timeline(RowSet<Row> rows, String traceId) {
        List<TimelineEntry> timeline = new ArrayList<>();
        rows.forEach(row -> parse(RunColumns.bytes(row, "entries"))
                .forEach(entry ->
                        timeline.add(entry.toBuilder().setTraceId(traceId).build())));
        return timeline;
    }

    private static List<TimelineEntry> parse(byte[] entries) {
        try {
            return Run.parseFrom(entries).getTimelineList();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A run's event holds bytes that are no message", e);
        }
    }
}
