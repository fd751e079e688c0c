package io.outrider.orchestrator.run.door;

import io.outrider.kit.error.NotFound;
import io.outrider.orchestrator.run.RunChanges;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.store.RunStore;
import io.outrider.orchestrator.v1.WatchRunResponse;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Streams runs as they change, from notifications: nothing is polled while nothing happens. */
@ApplicationScoped
class WatchRuns {

    private final RunStore store;
    private final RunChanges changes;

    WatchRuns(RunStore store, RunChanges changes) {
        this.store = store;
        this.changes = changes;
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
            new Watch(store, view, emitter).start(changes);
        });
    }
}
