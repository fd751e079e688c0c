package io.outrider.kit.thread;

import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;

/**
 * Runs blocking work on a virtual thread and comes back to the Vert.x context the caller was on, where database sessions
 * live.
 */
@ApplicationScoped
public class VirtualThreadOffload {

    private final ExecutorService virtualThreads;

    VirtualThreadOffload(@VirtualThreads ExecutorService virtualThreads) {
        this.virtualThreads = virtualThreads;
    }

    public <T> Uni<T> call(Callable<T> work) {
        return Uni.createFrom().deferred(() -> {
            var caller = Vertx.currentContext();
            var result = Uni.createFrom()
                    .item(() -> {
                        try {
                            return work.call();
                        } catch (RuntimeException e) {
                            throw e;
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .runSubscriptionOn(virtualThreads);
            return caller == null ? result : result.emitOn(task -> back(caller, task));
        });
    }

    private static void back(Context caller, Runnable task) {
        caller.runOnContext(ignored -> task.run());
    }
}
