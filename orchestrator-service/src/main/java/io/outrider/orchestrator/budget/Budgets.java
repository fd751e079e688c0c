package io.outrider.orchestrator.budget;

import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.store.GroupCommit;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Reserves before models are asked. Workspaces that have set no budget are not asked about: which have is read once a second,
 * so that a first budget holds within a second on every replica, and at once on the one that took it.
 */
@ApplicationScoped
public class Budgets {

    private static final long LOOK_MILLIS = 1_000;

    private final BudgetStore store;
    private final Vertx vertx;
    private final GroupCommit<Want, Answer> reserving;
    private volatile @Nullable Set<String> budgeted;

    Budgets(BudgetStore store, Vertx vertx) {
        this.store = store;
        this.vertx = vertx;
        this.reserving = new GroupCommit<>(Comparator.comparing(Want::run), store::reserve);
    }

    void start(@Observes StartupEvent event) {
        look();
        vertx.setPeriodic(LOOK_MILLIS, tick -> look());
    }

    public CompletableFuture<Answer> reserve(Want want) {
        if (want.bound().isNone()) {
            return CompletableFuture.completedFuture(new Answer.Granted());
        }
        return limits(want.run().workspace())
                .thenCompose(limited ->
                        limited ? reserving.submit(want) : CompletableFuture.completedFuture(new Answer.Granted()));
    }

    /** Whether the workspace has budgets. Waits for the first look: until then nobody knows. */
    CompletableFuture<Boolean> limits(String workspace) {
        var known = budgeted;
        return known != null
                ? CompletableFuture.completedFuture(known.contains(workspace))
                : store.budgeted()
                        .map(workspaces -> workspaces.contains(workspace))
                        .toCompletionStage()
                        .toCompletableFuture();
    }

    /** The run is held now. Where the budgets changed since it was told to wait, it goes on. */
    public CompletableFuture<Void> held(RunKey run, long revision) {
        return store.recheck(run, revision).toCompletionStage().toCompletableFuture();
    }

    /** @return once it is known; never fails */
    Future<Void> look() {
        return store.budgeted()
                .onSuccess(workspaces -> budgeted = Set.copyOf(workspaces))
                .onFailure(failure -> Log.debug("Could not read which workspaces have budgets"))
                .<Void>mapEmpty()
                .otherwiseEmpty();
    }
}
