package io.outrider.orchestrator.run.store;

import io.outrider.orchestrator.run.Accepted;
import io.outrider.orchestrator.run.Asked;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what requests were answered that would be refused by now. Many callers' in one query: they come in a storm. */
final class Repeats {

    private static final Unnest<Asked> ASKED = new Unnest<Asked>(1)
            .text("ws", Asked::workspace)
            .text("caller", Asked::caller)
            .text("request_id", Asked::requestId);
    private static final String FIND = "with " + ASKED.as("k") + """
             select q.caller as asked_by, q.request_id, q.body_sha256, q.joined, r.*
              from k
              join request q on q.workspace_id = k.ws and q.caller = k.caller and q.request_id = k.request_id
              join run r on r.workspace_id = q.workspace_id and r.id = q.result_id""";

    private final Pool pool;

    Repeats(Pool pool) {
        this.pool = pool;
    }

    /** Empty for a request that nobody has made, or that came to no run. */
    Future<List<Optional<Accepted.Repeatable>>> find(List<Asked> asked) {
        var parameters = Tuple.tuple();
        ASKED.bind(asked, parameters);
        return pool.preparedQuery(FIND).execute(parameters).map(rows -> {
            Map<List<String>, Row> found = new HashMap<>();
            rows.forEach(row -> found.put(key(row), row));
            return asked.stream()
                    .map(one -> Optional.ofNullable(found.get(key(one))).map(row -> answer(one, row)))
                    .toList();
        });
    }

    private static Accepted.Repeatable answer(Asked asked, Row row) {
        return Arrays.equals(RunColumns.bytes(row, "body_sha256"), asked.bodySha256())
                ? new Accepted.Existing(RunColumns.read(row), row.getBoolean("joined"))
                : new Accepted.Reused();
    }

    private static List<String> key(Asked asked) {
        return List.of(asked.workspace(), asked.caller(), asked.requestId());
    }

    private static List<String> key(Row row) {
        return List.of(row.getString("workspace_id"), row.getString("asked_by"), row.getString("request_id"));
    }
}
