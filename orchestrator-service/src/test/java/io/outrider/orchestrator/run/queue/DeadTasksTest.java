package io.outrider.orchestrator.run.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.QueueRows;
import io.outrider.orchestrator.fixture.WorldResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class DeadTasksTest {

    private static final String DEAD = "select attempts, reason from dead_task where task_name = 'poisoned'";

    @Inject
    QueueRows rows;

    @Inject
    RunQueue queue;

    @Test
    void putsAsideWhatKeepsFailing() {
        rows.query(
                "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " values ('poisoned', 'one', now(), false, 1)",
                Tuple.tuple());

        var dead = rows.query(DEAD, Tuple.tuple());
        for (int i = 0; i < 20_000 && dead.size() == 0; i++) {
            queue.look();
            dead = rows.query(DEAD, Tuple.tuple());
        }

        assertThat(dead).singleElement().satisfies(row -> {
            assertThat(row.getInteger("attempts")).isEqualTo(3);
            assertThat(row.getString("reason")).contains("of our own making");
        });
        assertThat(rows.query("select 1 from scheduled_tasks where task_name = 'poisoned'", Tuple.tuple()))
                .isEmpty();
    }

    @ApplicationScoped
    static class Poisoned implements QueueTask {

        @Override
        public String name() {
            return "poisoned";
        }

        @Override
        public void run(String instance) {
            throw new IllegalStateException("of our own making");
        }

        @Override
        public Duration pause() {
            return Duration.ofMillis(1);
        }

        @Override
        public int attempts() {
            return 3;
        }
    }
}
