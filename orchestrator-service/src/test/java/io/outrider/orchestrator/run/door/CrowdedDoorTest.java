package io.outrider.orchestrator.run.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Timestamps;
import io.outrider.kit.error.Exhausted;
import io.outrider.kit.security.Caller;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.Rows;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.run.Hold;
import io.outrider.orchestrator.v1.Firing;
import io.outrider.orchestrator.v1.FiringOutcome;
import io.outrider.orchestrator.v1.IngestSignalsRequest;
import io.outrider.orchestrator.v1.ListFiringsRequest;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.orchestrator.v1.StartRunRequest;
import io.outrider.type.v1.Signal;
import io.outrider.type.v1.SignalType;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A trigger fires while no further run is taken in. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class CrowdedDoorTest {

    private static final String TRIGGERS = """
            triggers:
              - id: hot
                name: Hot account
                rule: intent >= 70
                playbook_id: plant-uptime
            """;

    TestTokens tokens;

    @Inject
    StartRuns starts;

    @Inject
    Rows rows;

    @Test
    void waitsWithoutUsingItsAttemptsUpAndSaysSo() {
        var crowd = new Crowd();
        QuarkusMock.installMockForType(crowd, TriggeredRuns.class);
        try (var client = new Client(tokens, "crowded")) {
            client.triggers("triggers", TRIGGERS);
            ingest(client);

            var starting = firing(client, f -> f.getExplanation().contains("Come back later"));
            assertThat(starting.getOutcome()).isEqualTo(FiringOutcome.FIRING_OUTCOME_STARTING);
            assertThat(starting.getRunId()).isEmpty();
            rows.write("update scheduled_tasks set consecutive_failures = 11"
                    + " where task_name = 'evaluate' and task_instance like 'crowded/%'");
            var before = crowd.refused.get();
            await(() -> crowd.refused.get() > before);
            crowd.open = true;

            var started = firing(client, f -> f.getOutcome() == FiringOutcome.FIRING_OUTCOME_STARTED);
            assertThat(started.getId()).isEqualTo(starting.getId());
            assertThat(client.ended(started.getRunId()).getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        }
    }

    private static void ingest(Client client) {
        client.signals()
                .ingestSignals(IngestSignalsRequest.newBuilder()
                        .setRequestId("hot")
                        .addSignals(Signal.newBuilder()
                                .setAccountDomain("hot.example")
                                .setType(SignalType.SIGNAL_TYPE_FUNDING)
                                .setStrength(90)
                                .setOccurTime(Timestamps.fromMillis(System.currentTimeMillis()))
                                .setDedupeKey("h1"))
                        .build());
    }

    private Firing firing(Client client, Predicate<Firing> wanted) {
        var request = ListFiringsRequest.newBuilder().setDomain("hot.example").build();
        var found = new AtomicReference<Firing>();
        await(() -> {
            client.signals().listFirings(request).getFiringsList().stream()
                    .filter(wanted)
                    .findFirst()
                    .ifPresent(found::set);
            return found.get() != null;
        });
        return found.get();
    }

    private static void await(BooleanSupplier there) {
        var patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(patience);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private final class Crowd extends TriggeredRuns {

        private final AtomicInteger refused = new AtomicInteger();
        private volatile boolean open;

        Crowd() {
            super(starts);
        }

        @Override
        public Uni<Result> start(Caller caller, StartRunRequest request, String firingId, Hold hold) {
            if (open) {
                return super.start(caller, request, firingId, hold);
            }
            refused.incrementAndGet();
            return Uni.createFrom().failure(new Exhausted("OVERLOADED", "Come back later", Duration.ofSeconds(1)));
        }
    }
}
