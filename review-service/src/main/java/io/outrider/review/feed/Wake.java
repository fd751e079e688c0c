package io.outrider.review.feed;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells watchers of the stream that there is something to read. One LISTEN per process, on a connection of its own. */
@ApplicationScoped
class Wake {

    private static final long RECONNECT_MILLIS = 500;

    private final PgSubscriber subscriber;
    private final List<UniEmitter<? super Void>> waiting = new ArrayList<>();
    private long calls;

    Wake(
            Vertx vertx,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        var options = PgConnectOptions.fromUri(url.substring(url.indexOf("postgresql:")))
                .setUser(user)
                .setPassword(password);
        subscriber = PgSubscriber.subscriber(vertx, options).reconnectPolicy(attempt -> RECONNECT_MILLIS);
    }

    void start(@Observes StartupEvent event) {
        var channel = subscriber.channel(DecisionFeed.CHANNEL);
        channel.handler(payload -> call());
        channel.subscribeHandler(subscribed -> call());
        subscriber.connect().onFailure(failure -> Log.warn("Not listening for decisions yet, polling", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        subscriber.close().onFailure(failure -> Log.debug("The listener did not close", failure));
    }

    /** How often there was something so far. Read it before reading the stream, so that nothing falls between. */
    synchronized long calls() {
        return calls;
    }

    /** Completes with the first call after {@code seen}, or after {@code atMost}. */
    Uni<Void> after(long seen, Duration atMost) {
        return Uni.createFrom()
                .<Void>emitter(emitter -> await(seen, emitter))
                .ifNoItem()
                .after(atMost)
                .recoverWithUni(Uni.createFrom().voidItem());
    }

    private void await(long seen, UniEmitter<? super Void> emitter) {
        synchronized (this) {
            if (calls == seen) {
                waiting.add(emitter);
                emitter.onTermination(() -> forget(emitter));
                return;
            }
        }
        emitter.complete(null);
    }

    private synchronized void forget(UniEmitter<? super Void> emitter) {
        waiting.remove(emitter);
    }

    private void call() {
        List<UniEmitter<? super Void>> woken;
        synchronized (this) {
            calls++;
            woken = List.copyOf(waiting);
            waiting.clear();
        }
        woken.forEach(emitter -> emitter.complete(null));
    }
}
