package io.outrider.orchestrator.run.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.outrider.kit.error.Exhausted;
import io.outrider.kit.error.Failure;
import io.outrider.kit.security.Caller;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.QueueRows;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.run.Hold;
import io.outrider.orchestrator.run.queue.FairShare;
import io.outrider.orchestrator.v1.StartRunRequest;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.Set;
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

    @Inject
    FairShare shares;

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
    void movesNobodyBackWhoIsRefused() {
        var before = shares.interactive("admission");

        var refusal = whileFull(Origin.ASKED);

        assertThat(refusal.reason()).isEqualTo("OVERLOADED");
        assertThat(shares.interactive("admission")).isEqualTo(before.after(1));
    }

    @Test
    void refusesNoRunThatATriggerStarts() {
        assertThat(whileFull(Origin.fired("fir-1", Hold.NONE)).reason()).isEqualTo("NO_LIBRARY");
    }

    /** Other tests' runs must be let in again. */
    @AfterEach
    void letIn() {
        while (isFull()) {
            Thread.onSpinWait();
        }
    }

    /** How many wait is counted anew a few times a second: between filling and asking there may have been room. */
    private Failure whileFull(Origin origin) {
        var caller = new Caller("anna", "admission", Set.of(Role.ROLE_AUTHOR));
        var request = StartRunRequest.newBuilder()
                .setAccount(Account.newBuilder().setDomain("admission.example"))
                .build();
        while (true) {
            fill();
            var failure = catchThrowableOfType(
                    Failure.class,
                    () -> starts.one(caller, request, origin).await().indefinitely());
            if (isFull()) {
                return failure;
            }
        }
    }

    private boolean isFull() {
        return catchThrowableOfType(Exhausted.class, admission::admit) != null;
    }

    private void fill() {
        while (!isFull()) {
            Thread.onSpinWait();
        }
    }

    private long waiting() {
        return admission.waiting().toCompletionStage().toCompletableFuture().join();
    }
}
