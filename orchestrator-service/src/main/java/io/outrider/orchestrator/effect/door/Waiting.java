package io.outrider.orchestrator.effect.door;

import io.vertx.core.Future;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Waits on a virtual thread, and throws what the future failed with. */
final class Waiting {

    private Waiting() {}

    static <T> @Nullable T on(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
