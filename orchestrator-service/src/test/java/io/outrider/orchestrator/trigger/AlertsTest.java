package io.outrider.orchestrator.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.WorldResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class AlertsTest {

    private static final String WORKSPACE = "alerted";

    @Inject
    BreakerStore breakers;

    @Inject
    TriggerConfig usual;

    @Inject
    Pool pool;

    @Test
    void saysThatSomebodyWasToldOnlyOnceSomebodyWas() throws Exception {
        var status = new AtomicInteger(500);
        var calls = new AtomicInteger();
        var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        receiver.start();
        try {
            var url = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/");
            var alerts = new Alerts(breakers, new Telling(usual, url), new SimpleMeterRegistry());
            open();

            assertThatThrownBy(() -> alerts.run(WORKSPACE)).hasMessageContaining("500");
            assertThat(breaker().alerted()).isFalse();

            status.set(200);
            alerts.run(WORKSPACE);
            alerts.run(WORKSPACE);

            assertThat(breaker().alerted()).isTrue();
            assertThat(calls).hasValue(2);
        } finally {
            receiver.stop(0);
        }
    }

    /** Opens it as a firing does, and takes its row out of the queue: the application's own alerts call nobody. */
    private void open() {
        pool.withTransaction(connection -> breakers.lock(connection, WORKSPACE)
                        .compose(standing -> breakers.open(connection, WORKSPACE, "a spike", Instant.now()))
                        .compose(opened -> connection
                                .query("delete from scheduled_tasks where task_name = 'alert' and task_instance = '"
                                        + WORKSPACE + "'")
                                .execute())
                        .map(removed -> assertThat(removed.rowCount()).isEqualTo(1)))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private BreakerStore.Standing breaker() {
        return breakers.get(WORKSPACE).toCompletionStage().toCompletableFuture().join();
    }

    private record Telling(TriggerConfig usual, URI url) implements TriggerConfig {

        @Override
        public Breaker breaker() {
            return usual.breaker();
        }

        @Override
        public Optional<URI> alertUrl() {
            return Optional.of(url);
        }
    }
}
