package io.outrider.orchestrator.run.door;

import io.outrider.kit.error.NotFound;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.store.RunStore;
import io.outrider.orchestrator.run.store.Standing;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.orchestrator.v1.WatchRunResponse;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/**
 * One open stream. Changes that come while a read is under way are read together by the next one, so that a slow reader
 * gets fewer, newer states, and never none.
 */
final class Watch {

    private static final int READ_AT_ONCE = 200;

    private final RunStore store;
    private final View view;
    private final MultiEmitter<? super WatchRunResponse> emitter;
    private final Set<RunKey> dirty = new HashSet<>();
    private final Map<RunKey, Long> shown = new HashMap<>();
    private final Set<RunKey> settled = new HashSet<>();
    private boolean reading;

    Watch(RunStore store, View view, MultiEmitter<? super WatchRunResponse> emitter) {
        this.store = store;
        this.view = view;
        this.emitter = emitter;
    }

    Set<RunKey> runs() {
        return view.runs();
    }

    synchronized boolean waitsFor(RunKey run) {
        return !settled.contains(run);
    }

    /** @param closed told once nobody listens any more */
    void start(Runnable closed) {
        emitter.onTermination(closed);
        if (view.runs().isEmpty()) {
            emitter.fail(view.nothing());
            return;
        }
        lookAtAll();
    }

    void lookAtAll() {
        synchronized (this) {
            view.runs().stream().filter(run -> !settled.contains(run)).forEach(dirty::add);
        }
        readMore();
    }

    /** The run took a step, and goes on. */
    void wentOn(RunKey run) {
        if (!view.endedOnly()) {
            changed(run);
        }
    }

    /** The run's leg is over; the run itself may be. */
    void rests(RunKey run) {
        changed(run);
    }

    /** How far the run is by now, whether or not anybody told. */
    void stands(Standing now) {
        boolean news;
        synchronized (this) {
            news = now.version() > shown.getOrDefault(now.run(), 0L) && (now.ended() || !view.endedOnly());
        }
        if (news) {
            changed(now.run());
        }
    }

    private void changed(RunKey run) {
        synchronized (this) {
            dirty.add(run);
        }
        readMore();
    }

    private void readMore() {
        List<RunKey> now;
        synchronized (this) {
            if (reading || dirty.isEmpty()) {
                return;
            }
            reading = true;
            now = dirty.stream().limit(READ_AT_ONCE).toList();
            now.forEach(dirty::remove);
        }
        var read = now.stream().map(store::withActions).toList();
        var _ = CompletableFuture.allOf(read.toArray(CompletableFuture[]::new)).whenComplete((done, failure) -> {
            if (failure != null) {
                emitter.fail(failure instanceof CompletionException e ? e.getCause() : failure);
            } else {
                show(read.stream().flatMap(run -> run.join().stream()).toList());
            }
        });
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
                    && shown.size() == view.runs().size();
        }
        if (over) {
            emitter.complete();
        } else {
            readMore();
        }
    }

    private void show(Run run) {
        var key = new RunKey(view.workspace(), run.getId());
        var before = shown.put(key, run.getVersion());
        if ((before == null || before < run.getVersion()) && (run.hasEndTime() || !view.endedOnly())) {
            emitter.emit(WatchRunResponse.newBuilder()
                    .setRun(run)
                    .setTime(run.getUpdateTime())
                    .build());
        }
        if (run.hasEndTime() || (waits(run) && !view.endedOnly())) {
            settled.add(key);
        } else {
            settled.remove(key);
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
    record View(String workspace, Set<RunKey> runs, boolean endedOnly, NotFound nothing) {

        View(String workspace, List<String> ids, boolean endedOnly, NotFound nothing) {
            this(
                    workspace,
                    ids.stream().map(id -> new RunKey(workspace, id)).collect(Collectors.toUnmodifiableSet()),
                    endedOnly,
                    nothing);
        }
    }
}
