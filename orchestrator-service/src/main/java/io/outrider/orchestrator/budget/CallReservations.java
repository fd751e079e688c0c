package io.outrider.orchestrator.budget;

import io.outrider.orchestrator.rest.CallBudget;
import io.outrider.orchestrator.run.store.Unnest;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;

/** Reservations for single calls of agents, in PostgreSQL. They take their turn by the same lock as runs. */
@ApplicationScoped
class CallReservations {

    private static final String KEEP = """
            insert into agent_reservation (workspace_id, call_id, playbook_id, micro_usd, tokens, until)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (workspace_id, call_id) do update
               set playbook_id = excluded.playbook_id, micro_usd = excluded.micro_usd, tokens = excluded.tokens,
                   until = excluded.until""";
    private static final String KEEP_ON = """
            with over as (
                delete from agent_reservation where workspace_id = $1 and call_id <> $2 and until < $3
            )
            update agent_reservation set until = greatest(until, $4::timestamptz) where workspace_id = $1 and call_id = $2""";

    private final Pool pool;
    private final Clock clock;
    private final Rations rations;

    CallReservations(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
        this.rations = new Rations(clock);
    }

    /** @param until when the reservation is void, whatever became of the call */
    Future<Answer> reserve(CallBudget.Call call, Spend bound, Instant until) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return pool.withTransaction(connection -> rations.lock(
                                connection, new String[] {call.workspace()}, new String[] {call.id()}, today)
                        .compose(left -> {
                            var answer = Ration.take(left.get(call.workspace()), call.playbook(), bound);
                            return answer instanceof Answer.Granted
                                    ? keep(connection, call, bound, until).map(kept -> answer)
                                    : Future.succeededFuture(answer);
                        }))
                .map(answer -> Objects.requireNonNull(answer));
    }

    /** What the call reserved counts until then, unless it is answered before. */
    Future<Void> keep(CallBudget.Call call, Instant until) {
        return pool.preparedQuery(KEEP_ON)
                .execute(Tuple.of(call.workspace(), call.id(), Unnest.utc(clock.instant()), Unnest.utc(until)))
                .mapEmpty();
    }

    private static Future<Void> keep(SqlConnection connection, CallBudget.Call call, Spend bound, Instant until) {
        return connection
                .preparedQuery(KEEP)
                .execute(Tuple.of(
                        call.workspace(),
                        call.id(),
                        call.playbook(),
                        bound.microUsd(),
                        bound.tokens(),
                        Unnest.utc(until)))
                .mapEmpty();
    }
}
