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
    static final String RUNS = "with " + KEYS.as("k") + """
             select r.*, a.key as action_key, a.action_type, a.state as action_state, a.item_id, a.grant_id, a.payload_sha256,
                   a.reason as action_reason, e.external_id, e.idempotency_key, e.settle_time
              from k
              join run r on r.workspace_id = k.ws and r.id = k.id
              left join run_action a on a.workspace_id = r.workspace_id and a.run_id = r.id
              left join effect e
                on e.workspace_id = a.workspace_id and e.grant_id = a.grant_id and a.grant_id <> ''
             order by r.workspace_id, r.id, a.ordinal""";
    static final String STANDINGS = "with " + KEYS.as("k") + """
             select r.workspace_id, r.id, r.version, r.end_time is not null as ended
               from k join run r on r.workspace_id = k.ws and r.id = k.id""";
    private static final String BATCH = "select id from run where workspace_id = $1 and batch_id = $2";
    private static final String EVENTS =
            "select entries from run_event where workspace_id = $1 and run_id = $2 order by version";

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
        return pool.preparedQuery(RUNS)
                .execute(of(keys))
                .map(Reads::byKey)
                .map(found -> keys.stream()
                        .map(key -> Optional.ofNullable(found.get(key)).map(Run.Builder::build))
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

    /** A run has as many rows as actions, and at least one. */
    private static Map<RunKey, Run.Builder> byKey(RowSet<Row> rows) {
        Map<RunKey, Run.Builder> runs = new HashMap<>();
        rows.forEach(row -> {
            var run = runs.computeIfAbsent(key(row, "id"), key -> RunColumns.run(row).toBuilder());
            if (row.getString("action_key") != null) {
                run.addActions(action(row));
            }
        });
        return runs;
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
                .setKey(row.getString("action_key"))
                .setActionType(row.getString("action_type"))
                .setState(ActionState.valueOf("ACTION_STATE_" + row.getString("action_state")))
                .setItemId(row.getString("item_id"))
                .setGrantId(row.getString("grant_id"))
                .setPayloadSha256(row.getString("payload_sha256"))
                .setReason(row.getString("action_reason"));
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
