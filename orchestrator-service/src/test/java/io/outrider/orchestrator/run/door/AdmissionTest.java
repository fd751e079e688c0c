package io.outrider.orchestrator.run.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.QueueRows;
import io.outrider.orchestrator.fixture.WorldResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
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

    @Test
    void countsOnlySingleRunsThatHaveNotBegun() {
        var before = waiting();
        rows.query(ROW, Tuple.of("nobody's", "signals", false, 80));
        rows.query(ROW, Tuple.of("nobody's", "alike", false, 60));

        var others = waiting();
        rows.query("delete from scheduled_tasks where task_name = $1", Tuple.of("nobody's"));

        assertThat(others).isEqualTo(before);
    }

    private long waiting() {
        return admission.waiting().toCompletionStage().toCompletableFuture().join();
    }
}
