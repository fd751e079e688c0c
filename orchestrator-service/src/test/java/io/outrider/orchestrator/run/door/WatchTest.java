package io.outrider.orchestrator.run.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.QueueRows;
import io.outrider.orchestrator.fixture.World;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.orchestrator.v1.WatchRunRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** A change that nobody announced, as where the other replica lost its connection just then. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class WatchTest {

    private static final String SILENTLY =
            "update run set state = 'CANCELLED', version = version + 1, end_time = now() where id = $1";

    private static final String STAY = "delete from scheduled_tasks where task_instance = 'watch/' || $1 || ':1'";

    TestTokens tokens;
    World world;

    @Inject
    QueueRows rows;

    @Test
    void seesWhatWasNotAnnounced() {
        try (var client = new Client(tokens, "watch")) {
            client.library("library", "");
            world.qualify.failingAlways("silent.example", Status.UNAVAILABLE);
            var id = client.start("silent.example").getId();
            client.until(
                    id,
                    run -> run.getState() == RunState.RUN_STATE_QUEUED
                            && !run.getReason().isEmpty());
            rows.query(STAY, Tuple.of(id));
            var stream = client.runs()
                    .watchRun(WatchRunRequest.newBuilder().setRunId(id).build());
            assertThat(stream.next().getRun().getState()).isEqualTo(RunState.RUN_STATE_QUEUED);

            rows.query(SILENTLY, Tuple.of(id));

            assertThat(stream.next().getRun().getState()).isEqualTo(RunState.RUN_STATE_CANCELLED);
        }
    }
}
