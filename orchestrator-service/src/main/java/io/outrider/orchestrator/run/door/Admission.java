package io.outrider.orchestrator.run.door;

import io.outrider.orchestrator.run.QueuePlace;
import io.outrider.orchestrator.run.RunConfig;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses single runs while so many wait already that one more would only wait longer: whoever is told at once can go elsewhere
 * or come back. What is accepted is never dropped. Decides from memory; how many wait is counted a few times a second, and only
 * while runs come in.
 */
@ApplicationScoped
class Admission {

    private static final long COUNT_EVERY_MILLIS = 250;
    private static final String WAITING =
            "select count(*) as waiting from (select 1 from scheduled_tasks where not picked"
                    + " and task_name = 'run' and priority = $1 and execution_time <= now() limit $2) as due";

    private final Pool pool;
    private final Vertx vertx;
    private final int most;
    private final Places places;

    Admission(Pool pool, Vertx vertx, RunConfig config) {
        this.pool = pool;
        this.vertx = vertx;
        this.most = config.mostWaiting();
        this.places = new Places(most);
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(COUNT_EVERY_MILLIS, tick -> count());
    }

    /** @throws io.outrider.kit.error.Exhausted OVERLOADED, with the time to come back after */
    void admit() {
        places.take();
    }

    private void count() {
        if (places.anyTaken()) {
            waiting().onSuccess(places::counted);
        }
    }

    /** Single runs that are due and have not begun, up to the most that are let in. */
    Future<Long> waiting() {
        return pool.preparedQuery(WAITING)
                .execute(Tuple.of(QueuePlace.INTERACTIVE, most))
                .map(rows -> rows.iterator().next().getLong("waiting"));
    }
}
