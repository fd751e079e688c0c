package io.outrider.orchestrator.run.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.QueueRows;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.v1.ListDeadTasksRequest;
import io.outrider.orchestrator.v1.RetryDeadTaskRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class DeadTasksTest {

    private static final String DEAD = "select attempts, reason from dead_task where task_name = 'poisoned'";

    TestTokens tokens;

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

    @Test
    void givesAnOperatorTheirOwnAndPutsThemBack() {
        bury("dead-a/acme.example#1");
        bury("dead-b/acme.example#1");
        try (var client = new Client(tokens, "dead-a")) {
            var dead = client.deadTasks()
                    .listDeadTasks(ListDeadTasksRequest.getDefaultInstance())
                    .getDeadTasksList();
            assertThat(dead).singleElement().satisfies(task -> {
                assertThat(task.getId()).isEqualTo("mended:dead-a/acme.example#1");
                assertThat(task.getKind()).isEqualTo("mended");
                assertThat(task.getAttempts()).isEqualTo(12);
                assertThat(task.getReason()).isEqualTo("of our own making");
            });

            retry(client, dead.getFirst().getId());

            assertThat(client.deadTasks()
                            .listDeadTasks(ListDeadTasksRequest.getDefaultInstance())
                            .getDeadTasksList())
                    .isEmpty();
            for (int i = 0; i < 20_000 && !Mended.DONE.contains("dead-a/acme.example#1"); i++) {
                queue.look();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
            assertThat(Mended.DONE).containsExactly("dead-a/acme.example#1");
            var others = catchThrowableOfType(
                    StatusRuntimeException.class, () -> retry(client, "mended:dead-b/acme.example#1"));
            assertThat(others.getStatus().getCode()).isEqualTo(Code.NOT_FOUND);
        }
    }

    @Test
    void listsThemPageByPage() {
        for (int i = 0; i < 3; i++) {
            bury("dead-pages/" + i);
        }
        try (var client = new Client(tokens, "dead-pages")) {
            var first = client.deadTasks()
                    .listDeadTasks(
                            ListDeadTasksRequest.newBuilder().setPageSize(2).build());
            var second = client.deadTasks()
                    .listDeadTasks(ListDeadTasksRequest.newBuilder()
                            .setPageSize(2)
                            .setPageToken(first.getNextPageToken())
                            .build());

            assertThat(first.getDeadTasksCount()).isEqualTo(2);
            assertThat(second.getDeadTasksCount()).isEqualTo(1);
            assertThat(second.getNextPageToken()).isEmpty();
            assertThat(first.getDeadTasksList()).doesNotContainAnyElementsOf(second.getDeadTasksList());
        }
    }

    private void bury(String instance) {
        rows.query(
                "insert into dead_task (task_name, task_instance, attempts, reason, fail_time)"
                        + " values ('mended', $1, 12, 'of our own making', now())",
                Tuple.of(instance));
    }

    private static void retry(Client client, String id) {
        client.deadTasks()
                .retryDeadTask(RetryDeadTaskRequest.newBuilder()
                        .setRequestId("retry")
                        .setDeadTaskId(id)
                        .build());
    }

    @ApplicationScoped
    static class Mended implements QueueTask {

        private static final Queue<String> DONE = new ConcurrentLinkedQueue<>();

        @Override
        public String name() {
            return "mended";
        }

        @Override
        public void run(String instance) {
            DONE.add(instance);
        }
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
