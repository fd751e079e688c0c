package io.outrider.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.outrider.kit.id.Ids;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.messaging.v1.GenerateSequenceRequest;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.QueueRows;
import io.outrider.orchestrator.fixture.World;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.v1.RunOptions;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.orchestrator.v1.TimelineEntry;
import io.outrider.qualify.v1.QualifyCompanyRequest;
import io.outrider.research.v1.ResearchAccountRequest;
import io.outrider.type.v1.Level;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** At which level a run is worked on whose playbook qualification chooses: it chooses one whose level is rules. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class LevelTest {

    private static final String SECOND = """
            playbooks:
              - id: other
                name: Other
                product_id: pulse
                persona_ids: [plant-leader]
                level: guided
            """;

    TestTokens tokens;
    World world;

    @Inject
    QueueRows rows;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(tokens, "levels");
        client.triggers(Ids.next("library"), SECOND);
    }

    @AfterEach
    void hangUp() {
        client.close();
    }

    @Test
    void isThePlaybooksFromItsChoiceOn() {
        var run = client.ended(client.start("level-open.example").getId());

        assertThat(run.getPlaybookId()).isEqualTo("plant-uptime");
        assertThat(run.getLevel()).isEqualTo(Level.LEVEL_RULES);
        assertAsked("level-open.example", Level.LEVEL_ASSISTED, Level.LEVEL_RULES);
        assertThat(run.getTimelineList())
                .extracting(TimelineEntry::getDetail)
                .anyMatch(detail -> detail.endsWith("playbook plant-uptime, level rules"));
    }

    @Test
    void isTheCallersWhereTheyGaveOne() {
        var request = Client.request("given", "level-given.example")
                .setOptions(RunOptions.newBuilder().setLevel(Level.LEVEL_GUIDED))
                .build();

        var run = client.ended(client.runs().startRun(request).getRun().getId());

        assertThat(run.getLevel()).isEqualTo(Level.LEVEL_GUIDED);
        assertAsked("level-given.example", Level.LEVEL_GUIDED, Level.LEVEL_GUIDED);
    }

    /** An agent refuses its request id with another level. */
    @Test
    void asksWhatWasAskedBeforeTheChoiceAsItWasAsked() {
        world.messaging.failingAlways("level-again.example", Status.UNAVAILABLE);
        var waiting = client.until(
                client.start("level-again.example").getId(),
                run -> run.getState() == RunState.RUN_STATE_QUEUED
                        && run.getReason().contains("draft waits"));
        assertThat(waiting.getLevel()).isEqualTo(Level.LEVEL_RULES);

        world.messaging.recovering("level-again.example");
        rows.comeBack(waiting.getId());

        assertThat(client.ended(waiting.getId()).getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        assertAsked("level-again.example", Level.LEVEL_ASSISTED, Level.LEVEL_RULES);
    }

    private void assertAsked(String domain, Level before, Level after) {
        assertThat(world.research.calls(domain))
                .extracting(ResearchAccountRequest::getLevel)
                .containsOnly(before);
        assertThat(world.qualify.calls(domain))
                .extracting(QualifyCompanyRequest::getLevel)
                .containsOnly(before);
        assertThat(world.messaging.calls(domain))
                .extracting(GenerateSequenceRequest::getLevel)
                .containsOnly(after);
    }
}
