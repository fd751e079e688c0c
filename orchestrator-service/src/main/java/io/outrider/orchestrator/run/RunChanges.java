package io.outrider.orchestrator.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells whoever watches that a run may have changed. Says nothing of how: watchers read the run. */
@ApplicationScoped
public class RunChanges {

    private final List<Consumer<RunKey>> watchers = new CopyOnWriteArrayList<>();
    private final List<Consumer<RunKey>> patient = new CopyOnWriteArrayList<>();
    private final List<Consumer<RunKey>> cancellations = new CopyOnWriteArrayList<>();
    private final List<Runnable> gaps = new CopyOnWriteArrayList<>();
    private final List<Consumer<RunKey>> local = new CopyOnWriteArrayList<>();

    /** Somebody asked this replica to cancel a run. */
    public void cancelled(RunKey run) {
        cancellations.forEach(watcher -> watcher.accept(run));
    }

    public void watchCancelled(Consumer<RunKey> watcher) {
        cancellations.add(watcher);
    }

    /** This replica changed a run. */
    public void changed(RunKey run) {
        local.forEach(watcher -> watcher.accept(run));
        heard(run);
    }

    /** This replica took a run one step further, and carries it on. */
    public void wentOn(RunKey run) {
        local.forEach(watcher -> watcher.accept(run));
        watchers.forEach(watcher -> watcher.accept(run));
    }

    /** Another replica changed a run. */
    public void heard(RunKey run) {
        watchers.forEach(watcher -> watcher.accept(run));
        patient.forEach(watcher -> watcher.accept(run));
    }

    public void watch(Consumer<RunKey> watcher) {
        watchers.add(watcher);
    }

    /** Like {@link #watch}, without steps after which the run goes on. */
    public void watchRests(Consumer<RunKey> watcher) {
        patient.add(watcher);
    }

    /** Changes may have gone unheard: whoever watches is to look for itself. */
    public void missed() {
        gaps.forEach(Runnable::run);
    }

    public void watchGaps(Runnable watcher) {
        gaps.add(watcher);
    }

    /** For passing on what this replica changed. */
    public void watchLocal(Consumer<RunKey> watcher) {
        local.add(watcher);
    }
}
