package io.outrider.orchestrator.rest.agents;

import io.outrider.kit.error.RequestIdReused;
import io.outrider.kit.id.Ids;
import io.outrider.kit.security.Caller;
import io.outrider.type.v1.Cost;
import io.outrider.type.v1.Work;
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
import java.util.List;

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

    /** What it cost is spent once, with the first answer. */
    private static final String ANSWER = """
            with answered as (
                update agent_call set answer = $3, end_time = $4
                where workspace_id = $1 and id = $2 and answer is null
                returning workspace_id
            ), freed as (
                delete from agent_reservation where workspace_id = $1 and call_id = $2
            )
            insert into usage_day (workspace_id, day, playbook_id, shard, micro_usd, tokens)
            select workspace_id, ($4::timestamptz at time zone 'UTC')::date, $5, floor(random() * 8)::int, $6, $7
              from answered where $6::int8 > 0 or $7::int8 > 0
            on conflict (workspace_id, day, playbook_id, shard) do update
               set micro_usd = usage_day.micro_usd + excluded.micro_usd, tokens = usage_day.tokens + excluded.tokens""";

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
    Uni<Void> answer(AgentCall call, byte[] answer, Spent spent) {
        var row = Tuple.of(
                        call.workspace(),
                        call.id(),
                        Buffer.buffer(answer),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .addString(spent.playbook())
                .addLong(spent.microUsd())
                .addLong(spent.tokens());
        return UniHelper.toUni(pool.preparedQuery(ANSWER).execute(row)).replaceWithVoid();
    }

    /** @param playbook empty where the caller named none */
    record Spent(String playbook, long microUsd, long tokens) {

        static final Spent NOTHING = new Spent("", 0, 0);

        static Spent of(String playbook, List<Work> works) {
            var costs = works.stream().map(Work::getCost).toList();
            return new Spent(
                    playbook,
                    costs.stream().mapToLong(Cost::getMicroUsd).sum(),
                    costs.stream()
                            .mapToLong(cost -> cost.getPromptTokens() + cost.getCompletionTokens())
                            .sum());
        }
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
