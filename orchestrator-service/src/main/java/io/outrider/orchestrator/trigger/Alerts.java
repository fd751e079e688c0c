package io.outrider.orchestrator.trigger;

import io.micrometer.core.instrument.MeterRegistry;
import io.outrider.orchestrator.run.queue.QueueTask;
import io.quarkus.logging.Log;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Tells the people who operate this installation that a breaker opened: at least once, in the log, as a metric, and where
 * configured by a call. Goes to nobody outside, and needs no grant.
 */
@ApplicationScoped
class Alerts implements QueueTask {

    /** One row of the queue for each workspace, written when its breaker opens. */
    static final String NAME = "alert";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final BreakerStore breakers;
    private final TriggerConfig config;
    private final MeterRegistry meters;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    Alerts(BreakerStore breakers, TriggerConfig config, MeterRegistry meters) {
        this.breakers = breakers;
        this.config = config;
        this.meters = meters;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return AGAIN;
    }

    /** Whom nobody has told of an open breaker must hear of it, however long the call fails. */
    @Override
    public int attempts() {
        return Integer.MAX_VALUE;
    }

    /** @param workspace throws where nobody could be told: the queue comes back */
    @Override
    public void run(String workspace) {
        var breaker = breakers.get(workspace)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        if (!breaker.open() || breaker.alerted()) {
            return;
        }
        var text = "Outrider: the breaker of workspace " + workspace + " is open. " + breaker.reason();
        Log.error(text);
        meters.counter("outrider.breaker.opened").increment();
        config.alertUrl().ifPresent(url -> post(url, text));
        breakers.alerted(workspace).toCompletionStage().toCompletableFuture().join();
    }

    private void post(URI url, String text) {
        var request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(new JsonObject().put("text", text).encode()))
                .build();
        try {
            var status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                throw new IllegalStateException("The alert URL answered " + status);
            }
        } catch (IOException e) {
            throw new IllegalStateException("The alert URL did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the alert URL was called", e);
        }
    }
}
