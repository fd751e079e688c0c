package io.outrider.orchestrator.run.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.error.Exhausted;
import io.outrider.kit.error.StateForbids;
import io.outrider.kit.security.Caller;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.QueueRows;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.run.Hold;
import io.outrider.orchestrator.run.QueuePlace;
import io.outrider.orchestrator.v1.StartRunRequest;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class AdmissionTest {

    private static final String ROW = "insert into scheduled_tasks (task_name, task_instance, execution_time, picked,"
            + " version, priority) values ($1, 'admission/' || $1 || $2, now() - interval '1 minute', $3, 1, $4)";

    @Inject
    QueueRows rows;

    @Inject
    Admission admission;

    @Inject
    StartRuns starts;

    @Test
    void countsOnlySingleRunsThatHaveNotBegun() {
        var before = waiting();
        rows.query(ROW, Tuple.of("nobody's", "signals", false, 80));
        rows.query(ROW, Tuple.of("nobody's", "alike", false, 60));

        var others = waiting();
        rows.query("delete from scheduled_tasks where task_name = $1", Tuple.of("nobody's"));

        assertThat(others).isEqualTo(before);
    }

    @Test
    void givesNoPlaceInTheLineToWhoIsRefused() {
        var placesAskedFor = new AtomicInteger();

        var refusal = refusedWhileFull(placesAskedFor);

        assertThat(refusal.reason()).isEqualTo("OVERLOADED");
        assertThat(placesAskedFor).hasValue(0);
    }

    /** Other tests' runs must be let in again. */
    @AfterEach
    void letIn() {
        while (true) {
            try {
                admission.admit();
                return;
            } catch (Exhausted stillFull) {
                Thread.onSpinWait();
            }
        }
    }

    /** How many wait is counted anew a few times a second, which may be between filling and asking. */
    private Exhausted refusedWhileFull(AtomicInteger placesAskedFor) {
        var caller = new Caller("anna", "admission", Set.of(Role.ROLE_AUTHOR));
        var request = StartRunRequest.newBuilder()
                .setAccount(Account.newBuilder().setDomain("admission.example"))
                .build();
        while (true) {
            fill();
            try {
                starts.one(caller, request, () -> place(placesAskedFor), "", Hold.NONE)
                        .await()
                        .indefinitely();
            } catch (Exhausted refusal) {
                return refusal;
            } catch (StateForbids letIn) {
                assertThat(letIn.reason()).isEqualTo("NO_LIBRARY");
            }
        }
    }

    private void fill() {
        try {
            while (true) {
                admission.admit();
            }
        } catch (Exhausted full) {
            assertThat(full.reason()).isEqualTo("OVERLOADED");
        }
    }

    private static QueuePlace place(AtomicInteger asked) {
        asked.incrementAndGet();
        return new QueuePlace(QueuePlace.INTERACTIVE, Instant.EPOCH);
    }

    private long waiting() {
        return admission.waiting().toCompletionStage().toCompletableFuture().join();
    }
}
