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
import io.outrider.orchestrator.v1.WatchRunResponse;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.Iterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(tokens, "watch");
        client.library("library", "");
    }

    @AfterEach
    void hangUp() {
        client.close();
    }

    @Test
    void seesWhatWasNotAnnounced() {
        var id = stuck("silent.example");
        var stream = watch(id, false);
        assertThat(stream.next().getRun().getState()).isEqualTo(RunState.RUN_STATE_QUEUED);

        rows.query(SILENTLY, Tuple.of(id));

        assertThat(stream.next().getRun().getState()).isEqualTo(RunState.RUN_STATE_CANCELLED);
    }

    @Test
    void seesAnEndThatWasNotAnnouncedWhereOnlyEndsAreTold() {
        var id = stuck("silent-end.example");
        var ends = watch(id, true);
        // Both streams read the run in the order in which they were opened.
        assertThat(watch(id, false).hasNext()).isTrue();

        rows.query(SILENTLY, Tuple.of(id));

        assertThat(ends.next().getRun().getState()).isEqualTo(RunState.RUN_STATE_CANCELLED);
        assertThat(ends.hasNext()).isFalse();
    }

    /** A run that waits for a service, and that nobody will carry on. */
    private String stuck(String domain) {
        world.qualify.failingAlways(domain, Status.UNAVAILABLE);
        var id = client.start(domain).getId();
        client.until(
                id,
                run -> run.getState() == RunState.RUN_STATE_QUEUED
                        && !run.getReason().isEmpty());
        rows.query(STAY, Tuple.of(id));
        return id;
    }

    private Iterator<WatchRunResponse> watch(String id, boolean endedOnly) {
        return client.runs()
                .watchRun(WatchRunRequest.newBuilder()
                        .setRunId(id)
                        .setEndedOnly(endedOnly)
                        .build());
    }
}
