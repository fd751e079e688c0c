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
    private final View view;
    private final MultiEmitter<? super WatchRunResponse> emitter;
    private final Set<String> dirty = new HashSet<>();
    private final Map<String, Long> shown = new HashMap<>();
    private final Set<String> settled = new HashSet<>();
    private boolean reading;
    private int turn;

    Watch(RunStore store, View view, MultiEmitter<? super WatchRunResponse> emitter) {
        this.store = store;
        this.view = view;
        this.emitter = emitter;
    }

    /** Those that have not settled, some at a time, so that a large batch costs no more than a small one. */
    void lookAtSome() {
        synchronized (this) {
            if (dirty.isEmpty() && !reading) {
                var waiting =
                        view.ids().stream().filter(id -> !settled.contains(id)).toList();
                for (int i = 0; i < Math.min(READ_AT_ONCE, waiting.size()); i++) {
                    dirty.add(waiting.get((turn + i) % waiting.size()));
                }
                turn = waiting.isEmpty() ? 0 : (turn + READ_AT_ONCE) % waiting.size();
            }
        }
        readMore();
    }

    void lookAtAll() {
        synchronized (this) {
            view.ids().stream().filter(id -> !settled.contains(id)).forEach(dirty::add);
        }
        readMore();
    }

    /** @param closed told once nobody listens any more */
    void start(RunChanges changes, Runnable closed) {
        var end = view.endedOnly() ? changes.watchRests(this::changed) : changes.watch(this::changed);
        emitter.onTermination(() -> {
            end.run();
            closed.run();
        });
        if (view.ids().isEmpty()) {
            emitter.fail(view.nothing());
            return;
        }
        synchronized (this) {
            dirty.addAll(view.ids());
        }
        readMore();
    }

    private void changed(RunKey run) {
        if (run.workspace().equals(view.workspace()) && view.ids().contains(run.id())) {
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
        store.withActions(view.workspace(), now).subscribe().with(this::show, emitter::fail);
    }

    private void show(List<Run> runs) {
        boolean over;
        synchronized (this) {
            runs.forEach(this::show);
            reading = false;
            if (shown.isEmpty() && dirty.isEmpty()) {
                emitter.fail(view.nothing());
                return;
            }
            over = dirty.isEmpty()
                    && settled.size() == shown.size()
                    && shown.size() == view.ids().size();
        }
        if (over) {
            emitter.complete();
        } else {
            readMore();
        }
    }

    private void show(Run run) {
        var before = shown.put(run.getId(), run.getVersion());
        if ((before == null || before < run.getVersion()) && (run.hasEndTime() || !view.endedOnly())) {
            emitter.emit(WatchRunResponse.newBuilder()
                    .setRun(run)
                    .setTime(run.getUpdateTime())
                    .build());
        }
        if (run.hasEndTime() || (waits(run) && !view.endedOnly())) {
            settled.add(run.getId());
        } else {
            settled.remove(run.getId());
        }
    }

    private static boolean waits(Run run) {
        return run.getState() == RunState.RUN_STATE_WAITING
                || run.getState() == RunState.RUN_STATE_HELD
                || run.getState() == RunState.RUN_STATE_NEEDS_ATTENTION;
    }

    /**
     * What one caller asked to see.
     *
     * @param endedOnly nothing is told of a run before it has ended
     * @param nothing fails the stream where there is no such run
     */
    record View(String workspace, Set<String> ids, boolean endedOnly, NotFound nothing) {

        View(String workspace, List<String> ids, boolean endedOnly, NotFound nothing) {
            this(workspace, Set.copyOf(ids), endedOnly, nothing);
        }
    }
}
