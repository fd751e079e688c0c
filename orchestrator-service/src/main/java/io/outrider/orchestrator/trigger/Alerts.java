package io.outrider.orchestrator.trigger;

import io.micrometer.core.instrument.MeterRegistry;
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
class Alerts {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

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

    /** Blocks its thread, which is a virtual one. */
    void tell(String workspace) {
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
                Log.errorf("The alert URL answered %d", status);
            }
        } catch (IOException e) {
            Log.error("The alert URL did not answer: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
