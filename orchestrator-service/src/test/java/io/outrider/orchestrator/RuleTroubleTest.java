package io.outrider.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.v1.RunAction;
import io.outrider.orchestrator.v1.RunState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A rule of a playbook's action that touches what is not known. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class RuleTroubleTest {

    TestTokens tokens;

    @Test
    void isToldWhereItKeepsAnActionBack() {
        try (var client = new Client(tokens, "ruletrouble")) {
            client.ruled("library", "attributes.region == 'DACH'");

            var run = client.ended(client.start("ruletrouble.example").getId());

            assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
            assertThat(run.getActionsList())
                    .extracting(RunAction::getActionType)
                    .containsExactly("crm.company.upsert", "slack.message.post");
            assertThat(run.getTimelineList())
                    .filteredOn(entry -> entry.getEvent().equals("not proposed"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.getDetail())
                            .startsWith("sequence.enrol: attributes.region == 'DACH' could not be evaluated: "));
        }
    }
}
