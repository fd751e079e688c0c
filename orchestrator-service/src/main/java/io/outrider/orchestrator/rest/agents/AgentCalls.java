package io.outrider.orchestrator.rest.agents;

import io.outrider.kit.error.RequestIdReused;
import io.outrider.kit.id.Ids;
import io.outrider.kit.security.Caller;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;

/** Keeps questions and answers by the caller's request id. */
@ApplicationScoped
class AgentCalls {

    /** Locks the row of a repeat for a moment, so that it is returned either way. */
    private static final String OPEN = """
            insert into agent_call as c
                (workspace_id, id, caller, request_id, agent, body_sha256, library_revision, create_time)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (workspace_id, caller, request_id) do update set create_time = c.create_time
            returning id, body_sha256, library_revision, answer""";

    private static final String ANSWER = """
            update agent_call set answer = $3, end_time = $4
            where workspace_id = $1 and id = $2 and answer is null""";

    private final Pool pool;
    private final Clock clock;

    AgentCalls(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * @param revision of the library, for a new question
     * @return the caller's question of that id, new or old; fails with {@link RequestIdReused} where it was another one
     */
    Uni<AgentCall> open(Caller caller, String requestId, AgentAsk ask, long revision) {
        var sha256 = ask.sha256();
        var row = Tuple.of(
                        caller.workspace(),
                        Ids.next("agc"),
                        caller.subject(),
                        requestId,
                        ask.agent().word())
                .addBuffer(Buffer.buffer(sha256))
                .addLong(revision)
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC));
        return UniHelper.toUni(pool.preparedQuery(OPEN).execute(row)).map(rows -> {
            var found = rows.iterator().next();
            if (!Arrays.equals(found.getBuffer("body_sha256").getBytes(), sha256)) {
                throw new RequestIdReused(requestId);
            }
            return call(caller.workspace(), requestId, found);
        });
    }

    /** The first answer stays. */
    Uni<Void> answer(AgentCall call, byte[] answer) {
        var row = Tuple.of(
                call.workspace(),
                call.id(),
                Buffer.buffer(answer),
                clock.instant().atOffset(ZoneOffset.UTC));
        return UniHelper.toUni(pool.preparedQuery(ANSWER).execute(row)).replaceWithVoid();
    }

    static AgentCall call(String workspace, String requestId, Row row) {
        var answer = row.getBuffer("answer");
        return new AgentCall(
                workspace,
                row.getString("id"),
                requestId,
                row.getLong("library_revision"),
                answer == null ? null : answer.getBytes());
    }
}
