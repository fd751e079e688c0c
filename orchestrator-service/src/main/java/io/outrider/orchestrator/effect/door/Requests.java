package io.outrider.orchestrator.effect.door;

import io.outrider.kit.error.RequestIdReused;
import io.outrider.orchestrator.run.Asked;
import io.outrider.orchestrator.run.store.Unnest;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;

/** What a request id was first used for. */
final class Requests {

    private static final String USED =
            "select body_sha256 from request where workspace_id = $1 and caller = $2 and request_id = $3";
    private static final String REMEMBER = """
            insert into request (workspace_id, caller, request_id, body_sha256, result_id, create_time)
            values ($1, $2, $3, $4, $5, $6) on conflict do nothing""";

    private Requests() {}

    /**
     * Fails with {@link RequestIdReused} where the id was used with another body.
     *
     * @return whether it was answered before
     */
    static Future<Boolean> used(SqlClient client, Asked asked) {
        return client.preparedQuery(USED)
                .execute(Tuple.of(asked.workspace(), asked.caller(), asked.requestId()))
                .map(rows -> {
                    if (rows.size() == 0) {
                        return false;
                    }
                    if (!rows.iterator().next().getBuffer(0).equals(Buffer.buffer(asked.bodySha256()))) {
                        throw new RequestIdReused(asked.requestId());
                    }
                    return true;
                });
    }

    static Future<Void> remember(SqlClient client, Asked asked, String resultId, Instant now) {
        return client.preparedQuery(REMEMBER)
                .execute(Tuple.of(
                        asked.workspace(),
                        asked.caller(),
                        asked.requestId(),
                        Buffer.buffer(asked.bodySha256()),
                        resultId,
                        Unnest.utc(now)))
                .mapEmpty();
    }
}
