package io.outrider.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.outrider.kit.id.Ids;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.QueueRows;
import io.outrider.orchestrator.fixture.World;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.orchestrator.v1.RunStep;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a run waits for a step that gives no answer, with research before it answering all the while. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class OutageTest {

    TestTokens tokens;
    World world;

    @Inject
    QueueRows rows;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(tokens, "outage");
        client.library(Ids.next("library"), "");
    }

    @AfterEach
    void hangUp() {
        client.close();
    }

    @Test
    void waitsForAServiceThatIsAwayWithoutTellingOfEveryTry() {
        world.qualify.failingAlways("away.example", Status.UNAVAILABLE);
        var waiting = postponed("away.example");
        rows.since(waiting.getId(), Duration.ofHours(1));

        var later = comeback(comeback(waiting));

        assertThat(later.getState()).isEqualTo(RunState.RUN_STATE_QUEUED);
        assertThat(later.getReason()).contains("qualify waits");
        assertThat(later.getTimelineList())
                .filteredOn(entry -> entry.getEvent().equals("postponed"))
                .hasSize(1);
        assertThat(later.getTimelineList())
                .filteredOn(entry -> entry.getEvent().equals("retrying"))
                .hasSize(2);

        world.qualify.recovering("away.example");
        rows.comeBack(waiting.getId());
        assertThat(client.ended(waiting.getId()).getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
    }

    @Test
    void failsWhereAServiceIsAlwaysLate() {
        world.qualify.failingAlways("late.example", Status.DEADLINE_EXCEEDED);
        var waiting = postponed("late.example");
        rows.since(waiting.getId(), Duration.ofMinutes(2));
        rows.comeBack(waiting.getId());

        var run = client.ended(waiting.getId());

        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_FAILED);
        assertThat(run.getFailure().getStep()).isEqualTo(RunStep.RUN_STEP_QUALIFY);
        assertThat(run.getFailure().getCode()).isEqualTo("DEADLINE_EXCEEDED");
    }

    @Test
    void givesTheRetriesOfADraftAnEnd() {
        client.library("library-draft", "{step: draft, attempts: 1, on_failure: retry}");
        world.messaging.failingAlways("stuck.example", Status.INVALID_ARGUMENT);
        var waiting = postponed("stuck.example");
        rows.since(waiting.getId(), Duration.ofHours(25));
        rows.comeBack(waiting.getId());

        var run = client.ended(waiting.getId());

        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_FAILED);
        assertThat(run.getReason()).contains("retry window");
    }

    @Test
    void forgetsEarlierStumblesOnceALegEndsWell() {
        world.qualify.failingAlways("stumbled.example", Status.UNAVAILABLE);
        var waiting = postponed("stumbled.example");
        rows.stumbled(waiting.getId(), 4);

        comeback(waiting);

        assertThat(rows.stumbles(waiting.getId())).isZero();
        world.qualify.recovering("stumbled.example");
        client.ended(waiting.getId());
    }

    private Run postponed(String domain) {
        return client.until(
                client.start(domain).getId(),
                run -> run.getState() == RunState.RUN_STATE_QUEUED
                        && !run.getReason().isEmpty());
    }

    private Run comeback(Run before) {
        rows.comeBack(before.getId());
        return client.until(
                before.getId(),
                run -> run.getState() == RunState.RUN_STATE_QUEUED && run.getVersion() > before.getVersion());
    }
}
