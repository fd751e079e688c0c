package io.outrider.orchestrator.run.door;

import io.outrider.kit.error.NotFound;
import io.outrider.orchestrator.run.RunChanges;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.store.RunStore;
import io.outrider.orchestrator.v1.WatchRunResponse;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Streams runs as they change, from notifications. A lost notification costs a few seconds: runs that have not settled are
 * looked at again by themselves, a bounded number of each stream's at a time.
 */
@ApplicationScoped
class WatchRuns {

    private static final long LOOK_MILLIS = 3_000;

    private final RunStore store;
    private final RunChanges changes;
    private final Vertx vertx;
    private final Set<Watch> open = ConcurrentHashMap.newKeySet();

    WatchRuns(RunStore store, RunChanges changes, Vertx vertx) {
        this.store = store;
        this.changes = changes;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        changes.watchGaps(() -> open.forEach(Watch::lookAtAll));
        vertx.setPeriodic(LOOK_MILLIS, tick -> open.forEach(Watch::lookAtSome));
    }

    Multi<WatchRunResponse> run(RunKey run, boolean endedOnly) {
        return watch(run.workspace(), List.of(run.id()), endedOnly, new NotFound("run", run.id()));
    }

    Multi<WatchRunResponse> batch(String workspace, String batchId, boolean endedOnly) {
        return store.idsOfBatch(workspace, batchId)
                .onItem()
                .transformToMulti(ids -> watch(workspace, ids, endedOnly, new NotFound("batch", batchId)));
    }

    private Multi<WatchRunResponse> watch(String workspace, List<String> ids, boolean endedOnly, NotFound nothing) {
        return Multi.createFrom().emitter(emitter -> {
            var view = new Watch.View(workspace, ids, endedOnly, nothing);
            var watch = new Watch(store, view, emitter);
            open.add(watch);
            watch.start(changes, () -> open.remove(watch));
        });
    }
}
