package io.outrider.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.World;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.v1.BatchEntry;
import io.outrider.orchestrator.v1.StartBatchRequest;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Agents hear whether somebody waits for a run. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class LaneTest {

    private static final List<String> ASKED = List.of("ResearchAccount", "QualifyCompany", "GenerateSequence");

    TestTokens tokens;
    World world;

    @Test
    void saysThatNobodyWaitsForARunOfABatch() {
        try (var client = new Client(tokens, "lane-batch")) {
            client.library("library", "");
            client.ended(StartBatchRequest.newBuilder()
                    .setRequestId("batch")
                    .addEntries(BatchEntry.newBuilder()
                            .setAccount(Account.newBuilder().setDomain("lane-batch.example"))
                            .setPerson(Person.newBuilder()
                                    .setFirstName("Bram")
                                    .setLastName("Claes")
                                    .setEmail("bram@lane-batch.example")))
                    .build());
        }

        for (var method : ASKED) {
            assertThat(world.lanesHeard("lane-batch", method))
                    .as(method)
                    .isNotEmpty()
                    .containsOnly("batch");
        }
    }

    @Test
    void saysNothingOfASingleRun() {
        try (var client = new Client(tokens, "lane-single")) {
            client.library("library", "");
            client.ended(client.start("lane-single.example").getId());
        }

        for (var method : ASKED) {
            assertThat(world.lanesHeard("lane-single", method))
                    .as(method)
                    .isNotEmpty()
                    .containsOnly("");
        }
    }
}
