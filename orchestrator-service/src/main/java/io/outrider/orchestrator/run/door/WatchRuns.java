package io.outrider.orchestrator.run.door;

import io.outrider.kit.error.NotFound;
import io.outrider.orchestrator.run.RunChanges;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.store.RunStore;
import io.outrider.orchestrator.v1.WatchRunResponse;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Streams runs as they change, from notifications. A lost notification costs a few seconds: how far those runs are that
 * somebody waits for is looked at again, a bounded number at a time, and only what changed is read.
 */
@ApplicationScoped
class WatchRuns {

    private static final long LOOK_MILLIS = 3_000;
    private static final int LOOK_AT_ONCE = 2_000;

    private final RunStore store;
    private final RunChanges changes;
    private final Vertx vertx;
    private final Watches open = new Watches();

    WatchRuns(RunStore store, RunChanges changes, Vertx vertx) {
        this.store = store;
        this.changes = changes;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        changes.watch(run -> open.of(run, watch -> watch.wentOn(run)));
        changes.watchRests(run -> open.of(run, watch -> watch.rests(run)));
        changes.watchGaps(() -> open.all(Watch::lookAtAll));
        vertx.setPeriodic(LOOK_MILLIS, tick -> look());
    }

    private void look() {
        var some = open.some(LOOK_AT_ONCE);
        if (!some.isEmpty()) {
            store.standings(some)
                    .subscribe()
                    .with(
                            standings -> standings.forEach(now -> open.of(now.run(), watch -> watch.stands(now))),
                            failure -> Log.debug("Nobody can be told of changes at the moment"));
        }
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
            watch.start(() -> open.remove(watch));
        });
    }
}
