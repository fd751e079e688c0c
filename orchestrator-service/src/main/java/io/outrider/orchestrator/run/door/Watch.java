package io.outrider.orchestrator.run.door;

import io.outrider.kit.error.NotFound;
import io.outrider.orchestrator.run.RunChanges;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.store.RunStore;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.orchestrator.v1.WatchRunResponse;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One open stream. Changes that come while a read is under way are read together by the next one, so that a slow reader
 * gets fewer, newer states, and never none.
 */
final class Watch {

    private static final int READ_AT_ONCE = 200;

    private final RunStore store;
    private final String workspace;
    private final Set<String> watched;
    private final NotFound nothing;
    private final MultiEmitter<? super WatchRunResponse> emitter;
    private final Set<String> dirty = new HashSet<>();
    private final Map<String, Long> shown = new HashMap<>();
    private final Set<String> settled = new HashSet<>();
    private boolean reading;

    Watch(
            RunStore store,
            String workspace,
            List<String> ids,
            NotFound nothing,
            MultiEmitter<? super WatchRunResponse> emitter) {
        this.store = store;
        this.workspace = workspace;
        this.watched = Set.copyOf(ids);
        this.nothing = nothing;
        this.emitter = emitter;
    }

    void start(RunChanges changes) {
        if (watched.isEmpty()) {
            emitter.fail(nothing);
            return;
        }
        var end = changes.watch(this::changed);
        emitter.onTermination(end);
        synchronized (this) {
            dirty.addAll(watched);
        }
        readMore();
    }

    private void changed(RunKey run) {
        if (run.workspace().equals(workspace) && watched.contains(run.id())) {
            synchronized (this) {
                dirty.add(run.id());
            }
            readMore();
        }
    }

    private void readMore() {
        List<String> now;
        synchronized (this) {
            if (reading || dirty.isEmpty()) {
                return;
            }
            reading = true;
            now = dirty.stream().limit(READ_AT_ONCE).toList();
            now.forEach(dirty::remove);
        }
        store.withActions(workspace, now).subscribe().with(this::show, emitter::fail);
    }

    private void show(List<Run> runs) {
        boolean over;
        synchronized (this) {
            runs.forEach(this::show);
            reading = false;
            if (shown.isEmpty() && dirty.isEmpty()) {
                emitter.fail(nothing);
                return;
            }
            over = dirty.isEmpty() && settled.size() == shown.size() && shown.size() == watched.size();
        }
        if (over) {
            emitter.complete();
        } else {
            readMore();
        }
    }

    private void show(Run run) {
        var before = shown.put(run.getId(), run.getVersion());
        if (before == null || before < run.getVersion()) {
            emitter.emit(WatchRunResponse.newBuilder()
                    .setRun(run)
                    .setTime(run.getUpdateTime())
                    .build());
        }
        if (run.hasEndTime()
                || run.getState() == RunState.RUN_STATE_WAITING
                || run.getState() == RunState.RUN_STATE_NEEDS_ATTENTION) {
            settled.add(run.getId());
        } else {
            settled.remove(run.getId());
        }
    }
}
