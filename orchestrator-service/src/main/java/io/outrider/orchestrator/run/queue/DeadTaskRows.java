package io.outrider.orchestrator.run.queue;

import io.outrider.kit.page.PageToken;
import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.run.store.Unnest;
import io.outrider.orchestrator.v1.DeadTask;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was put aside, by workspace: the instance of every task begins with it. */
@ApplicationScoped
class DeadTaskRows {

    static final PageToken NEWEST = new PageToken(Instant.parse("9999-01-01T00:00:00Z"), "");

    private static final String LIST = """
            select *, task_name || ':' || task_instance as id from dead_task
             where split_part(task_instance, '/', 1) = $1
               and (fail_time, task_name || ':' || task_instance) < ($2::timestamptz, $3::text)
             order by fail_time desc, id desc limit $4""";
    private static final String PUT_BACK = """
            with dead as (
                delete from dead_task
                 where split_part(task_instance, '/', 1) = $1 and task_name || ':' || task_instance = $2
                returning task_name, task_instance
            ),
            queued as (
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                select task_name, task_instance, $3, false, 1 from dead
                on conflict do nothing
            )
            select exists (select 1 from dead)
                or exists (select 1 from scheduled_tasks
                            where split_part(task_instance, '/', 1) = $1 and task_name = split_part($2, ':', 1)
                              and task_instance = substr($2, strpos($2, ':') + 1)) as there""";

    private final Pool pool;
    private final Clock clock;

    DeadTaskRows(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Newest first. @param before the last one of the page before */
    Future<List<DeadTask>> list(String workspace, PageToken before, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(workspace, Unnest.utc(before.time()), before.id(), limit))
                .map(rows -> {
                    List<DeadTask> all = new ArrayList<>();
                    rows.forEach(row -> all.add(read(row)));
                    return all;
                });
    }

    /** @return whether it is in the queue */
    Future<Boolean> putBack(String workspace, String id) {
        return pool.preparedQuery(PUT_BACK)
                .execute(Tuple.of(workspace, id, Unnest.utc(clock.instant())))
                .map(rows -> rows.iterator().next().getBoolean("there"));
    }

    private static DeadTask read(Row row) {
        return DeadTask.newBuilder()
                .setId(row.getString("id"))
                .setKind(row.getString("task_name"))
                .setAttempts(row.getInteger("attempts"))
                .setReason(row.getString("reason"))
                .setFailTime(
                        Timestamps.toWire(row.getOffsetDateTime("fail_time").toInstant()))
                .build();
    }
}
