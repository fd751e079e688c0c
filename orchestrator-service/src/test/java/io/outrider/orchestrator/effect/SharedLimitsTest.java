package io.outrider.orchestrator.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.WorldResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two replicas count the effects of one credential in one row. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class SharedLimitsTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:20Z");
    private static final Instant NEXT_MINUTE = Instant.parse("2026-11-27T10:01:00Z");

    @Inject
    Pool pool;

    @Test
    void countsWhatAllReplicasTake() {
        var one = replica(NOW);
        var other = replica(NOW);

        assertThat(one.take("smtp:counted", 2)).isEmpty();
        assertThat(other.take("smtp:counted", 2)).isEmpty();
        assertThat(one.take("smtp:counted", 2)).contains(NEXT_MINUTE);
        assertThat(one.closedUntil("smtp:counted")).contains(NEXT_MINUTE);
        assertThat(other.take("smtp:counted", 2)).contains(NEXT_MINUTE);
        assertThat(other.take("smtp:another", 2)).isEmpty();
        assertThat(replica(NEXT_MINUTE).take("smtp:counted", 2)).isEmpty();
    }

    @Test
    void givesNoMoreToManyAtOnce() throws Exception {
        var replicas = IntStream.range(0, 32)
                .<Callable<Optional<Instant>>>mapToObj(i -> () -> replica(NOW).take("smtp:raced", 5))
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(replicas).stream()
                            .filter(it -> it.resultNow().isEmpty()))
                    .hasSize(5);
        }
    }

    @Test
    void startsNoMinuteAnewWhereAClockIsBehind() {
        assertThat(replica(NEXT_MINUTE).take("smtp:behind", 1)).isEmpty();

        assertThat(replica(NOW).take("smtp:behind", 1)).isPresent();
        assertThat(replica(NEXT_MINUTE).take("smtp:behind", 1)).isPresent();
    }

    private SharedLimits replica(Instant now) {
        return new SharedLimits(pool, Clock.fixed(now, ZoneOffset.UTC));
    }
}
