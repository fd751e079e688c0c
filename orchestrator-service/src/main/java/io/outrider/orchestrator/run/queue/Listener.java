package io.outrider.orchestrator.run.queue;

import io.outrider.orchestrator.run.RunChanges;
import io.outrider.orchestrator.run.RunConfig;
import io.outrider.orchestrator.run.RunKey;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgNotification;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Hears from PostgreSQL that legs are due, and passes changes of runs between replicas for those who watch. Losing a
 * message costs a poll interval, never a run.
 */
@ApplicationScoped
class Listener {

    private static final long RECONNECT_MILLIS = 1_000;
    private static final long ANNOUNCE_MILLIS = 100;
    private static final int MOST_IN_ONE = 60;
    private static final String CHANGED = "outrider_run";

    private final Vertx vertx;
    private final Pool pool;
    private final RunQueue queue;
    private final RunChanges changes;
    private final String replica;
    private final Set<RunKey> unannounced = new LinkedHashSet<>();
    private volatile boolean stopped;

    Listener(Vertx vertx, Pool pool, RunQueue queue, RunChanges changes, RunConfig config) {
        this.vertx = vertx;
        this.pool = pool;
        this.queue = queue;
        this.changes = changes;
        this.replica = config.replica();
    }

    void start(@Observes StartupEvent event) {
        connect();
        changes.watchLocal(this::remember);
        vertx.setPeriodic(ANNOUNCE_MILLIS, tick -> announce());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void connect() {
        if (stopped) {
            return;
        }
        pool.getConnection().onComplete(result -> {
            if (result.failed()) {
                Log.warn("Cannot listen for due legs; polling goes on");
                vertx.setTimer(RECONNECT_MILLIS, again -> connect());
            } else {
                listen(result.result());
            }
        });
    }

    private void listen(SqlConnection connection) {
        connection.closeHandler(gone -> vertx.setTimer(RECONNECT_MILLIS, again -> connect()));
        PgConnection.cast(connection).notificationHandler(this::heard);
        connection
                .query("listen outrider_wake; listen " + CHANGED)
                .execute()
                .onSuccess(listening -> {
                    queue.look();
                    changes.missed();
                })
                .onFailure(failure -> connection.close());
    }

    private void heard(PgNotification notification) {
        if (!notification.getChannel().equals(CHANGED)) {
            queue.look();
            return;
        }
        var lines = notification.getPayload().split("\n");
        if (lines[0].equals(replica)) {
            return;
        }
        for (int i = 1; i < lines.length; i++) {
            var slash = lines[i].indexOf('/');
            changes.heard(new RunKey(lines[i].substring(0, slash), lines[i].substring(slash + 1)));
        }
    }

    private void remember(RunKey run) {
        synchronized (unannounced) {
            unannounced.add(run);
        }
    }

    private void announce() {
        while (true) {
            var some = take();
            if (some.isEmpty() || stopped) {
                return;
            }
            var message = new StringBuilder(replica);
            some.forEach(run ->
                    message.append('\n').append(run.workspace()).append('/').append(run.id()));
            pool.preparedQuery("select pg_notify('" + CHANGED + "', $1)")
                    .execute(Tuple.of(message.toString()))
                    .onFailure(failure -> {
                        Log.debug("Changes are announced to the other replicas with the next ones");
                        some.forEach(this::remember);
                    });
        }
    }

    private Set<RunKey> take() {
        synchronized (unannounced) {
            Set<RunKey> some = new HashSet<>();
            var each = unannounced.iterator();
            while (each.hasNext() && some.size() < MOST_IN_ONE) {
                some.add(each.next());
                each.remove();
            }
            return some;
        }
    }
}
