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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads runs for people. */
final class Reads {

    private static final Unnest<RunKey> KEYS =
            new Unnest<RunKey>(1).text("ws", RunKey::workspace).text("id", RunKey::id);
    private static final String RUNS =
            "with " + KEYS.as("k") + " select r.* from k join run r on r.workspace_id = k.ws and r.id = k.id";
    private static final String STANDINGS = "with " + KEYS.as("k") + """
             select r.workspace_id, r.id, r.version, r.end_time is not null as ended
               from k join run r on r.workspace_id = k.ws and r.id = k.id""";
    private static final String BATCH = "select id from run where workspace_id = $1 and batch_id = $2";
    private static final String EVENTS =
            "select entries from run_event where workspace_id = $1 and run_id = $2 order by version";
    private static final String ACTIONS = "with " + KEYS.as("k") + """
             select a.workspace_id, a.run_id, a.key, a.action_type, a.state, a.item_id, a.grant_id, a.payload_sha256, a.reason,
                   e.external_id, e.idempotency_key, e.settle_time
              from k
              join run_action a on a.workspace_id = k.ws and a.run_id = k.id
              left join effect e
                on e.workspace_id = a.workspace_id and e.grant_id = a.grant_id and a.grant_id <> ''
             order by a.workspace_id, a.run_id, a.ordinal""";

    private final Pool pool;

    Reads(Pool pool) {
        this.pool = pool;
    }

    Future<Optional<Run>> get(RunKey key) {
        var events = pool.preparedQuery(EVENTS).execute(Tuple.of(key.workspace(), key.id()));
        return withActions(List.of(key))
                .compose(found -> events.map(rows -> found.getFirst()
                        .map(run -> run.toBuilder()
                                .addAllTimeline(timeline(rows, RunTrace.id(key.id())))
                                .build())));
    }

    /** In the order of the keys; empty where there is no such run. */
    Future<List<Optional<Run>>> withActions(List<RunKey> keys) {
        var parameters = of(keys);
        var actions = pool.preparedQuery(ACTIONS).execute(parameters);
        return pool.preparedQuery(RUNS)
                .execute(parameters)
                .compose(runs -> actions.map(rows -> join(runs, rows)))
                .map(byKey -> keys.stream()
                        .map(key -> Optional.ofNullable(byKey.get(key)))
                        .toList());
    }

    Future<List<Standing>> standings(List<RunKey> keys) {
        return pool.preparedQuery(STANDINGS).execute(of(keys)).map(rows -> {
            List<Standing> all = new ArrayList<>();
            rows.forEach(row -> all.add(new Standing(key(row, "id"), row.getLong("version"), row.getBoolean("ended"))));
            return all;
        });
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

    private static Tuple of(List<RunKey> keys) {
        var parameters = Tuple.tuple();
        KEYS.bind(keys.stream().distinct().toList(), parameters);
        return parameters;
    }

    private static Map<RunKey, Run> join(RowSet<Row> runs, RowSet<Row> actions) {
        Map<RunKey, List<RunAction>> byRun = new HashMap<>();
        actions.forEach(row -> byRun.computeIfAbsent(key(row, "run_id"), key -> new ArrayList<>())
                .add(action(row)));
        Map<RunKey, Run> joined = new HashMap<>();
        runs.forEach(row -> {
            var key = key(row, "id");
            var with = byRun.getOrDefault(key, List.of());
            joined.put(key, RunColumns.run(row).toBuilder().addAllActions(with).build());
        });
        return joined;
    }

    private static RunKey key(Row row, String id) {
        return new RunKey(row.getString("workspace_id"), row.getString(id));
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
