package io.outrider.orchestrator.rest.agents;

import io.outrider.kit.error.RequestIdReused;
import io.outrider.kit.id.Ids;
import io.outrider.kit.security.Caller;
import io.outrider.orchestrator.rest.agents.AgentJob.Delivery;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps questions that nobody waits for, each with its place in the queue: both or neither. */
@ApplicationScoped
class AgentJobs {

    private static final String ACCEPT = """
            with asked as (
                insert into agent_call as c
                    (workspace_id, id, caller, request_id, agent, body_sha256, library_revision, create_time, body,
                     callback_url, delivery)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                on conflict (workspace_id, caller, request_id) do update set create_time = c.create_time
                returning *
            ), queued as (
                insert into agent_task (task_name, task_instance, execution_time, picked, version)
                select 'agent', workspace_id || '/' || id, $8, false, 1 from asked where id = $2
            )
            select * from asked""";

    private static final String READ =
            "select * from agent_call where workspace_id = $1 and id = $2 and body is not null";

    private static final String ATTEMPT = """
            update agent_call set delivery_attempts = delivery_attempts + 1
            where workspace_id = $1 and id = $2 returning delivery_attempts""";

    private static final String DELIVERED = """
            update agent_call set delivery = $3, delivery_reason = $4, deliver_time = $5
            where workspace_id = $1 and id = $2 and delivery = 'PENDING'""";

    private final Pool pool;
    private final Clock clock;

    AgentJobs(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** @return the caller's job of that request id, new or old; fails with {@link RequestIdReused} where it is another one */
    Uni<AgentJob> accept(Caller caller, String requestId, Asked asked) {
        var row = Tuple.of(
                        caller.workspace(),
                        Ids.next("agc"),
                        caller.subject(),
                        requestId,
                        asked.agent().word())
                .addBuffer(Buffer.buffer(asked.sha256()))
                .addLong(asked.revision())
                .addOffsetDateTime(now())
                .addBuffer(Buffer.buffer(asked.body()))
                .addString(asked.callbackUrl())
                .addString((asked.callbackUrl() == null ? Delivery.NONE : Delivery.PENDING).name());
        return UniHelper.toUni(pool.preparedQuery(ACCEPT).execute(row)).map(rows -> {
            var found = rows.iterator().next();
            if (!Arrays.equals(found.getBuffer("body_sha256").getBytes(), asked.sha256())) {
                throw new RequestIdReused(requestId);
            }
            return job(found);
        });
    }

    Uni<Optional<AgentJob>> read(String workspace, String id) {
        return UniHelper.toUni(pool.preparedQuery(READ).execute(Tuple.of(workspace, id)))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(job(rows.iterator().next())));
    }

    /** Counted before the attempt, so that one that died with its process counts too. @return which one it is, from 1 */
    Uni<Integer> attempt(AgentCall call) {
        return UniHelper.toUni(pool.preparedQuery(ATTEMPT).execute(Tuple.of(call.workspace(), call.id())))
                .map(rows -> rows.iterator().next().getInteger("delivery_attempts"));
    }

    Uni<Void> settle(AgentCall call, Delivery delivery, String reason) {
        var row = Tuple.of(call.workspace(), call.id(), delivery.name(), reason, now());
        return UniHelper.toUni(pool.preparedQuery(DELIVERED).execute(row)).replaceWithVoid();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static AgentJob job(Row row) {
        var ended = row.getOffsetDateTime("end_time");
        return new AgentJob(
                AgentCalls.call(row.getString("workspace_id"), row.getString("request_id"), row),
                AgentKind.of(row.getString("agent")),
                row.getBuffer("body").getBytes(),
                row.getString("callback_url"),
                Delivery.valueOf(row.getString("delivery")),
                row.getInteger("delivery_attempts"),
                row.getString("delivery_reason"),
                row.getOffsetDateTime("create_time").toInstant(),
                ended == null ? null : ended.toInstant());
    }

    /** What a job is accepted from. */
    record Asked(
            AgentKind agent,
            byte[] body,
            byte[] sha256,
            long revision,
            @Nullable String callbackUrl) {}
}
