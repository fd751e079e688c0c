package io.outrider.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.connector.Alone;
import io.outrider.orchestrator.connector.crm.HubSpotCrm;
import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.http.LiveDoor;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.ScriptedConnectors;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.sandbox.Sandbox;
import io.outrider.sandbox.SandboxOptions;
import io.outrider.sandbox.received.Entry;
import io.outrider.sandbox.received.Kind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account that is routed by its country, from the library to the CRM. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class RoutingTest {

    private static final String COMPANY = "- type: crm.company.upsert\n";

    /** Indented as the library's actions are, after the first dash. */
    private static final String ROUTED = """
            - type: crm.company.upsert
                    settings: {owners: "DE=1001, *=1009"}
                  - type: crm.contact.upsert
                  - type: task.create
            """;

    TestTokens tokens;

    @Inject
    ScriptedConnectors outside;

    private final LiveDoor door = new LiveDoor(Duration.ofSeconds(5), Duration.ofSeconds(20));
    private Sandbox sandbox;

    @BeforeEach
    void startTheWorld() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        var api = new JsonApi(door, sandbox.uri(), "secret", "application/json");
        var fields = List.of("name", "firstname", "lastname", "jobtitle", "hubspot_owner_id");
        var crm = new HubSpotCrm(api, fields, new Alone(), new Judge(Clock.systemUTC()));
        for (var type : List.of("crm.company.upsert", "crm.contact.upsert", "task.create")) {
            outside.through(type, crm);
        }
    }

    @AfterEach
    void stopTheWorld() {
        outside.through(null);
        sandbox.close();
        door.close();
    }

    @Test
    void givesAllThatIsMadeForAnAccountToTheOwnerOfItsCountry() {
        try (var client = new Client(tokens, "routing")) {
            client.library("routed", yaml -> yaml.replace(COMPANY, ROUTED));
            var request = Client.request("routed", "routed" + ScriptedConnectors.THROUGH);
            request.getAccountBuilder().putAttributes("country_code", "de");

            var run = client.ended(
                    client.runs().startRun(request.build()).getRun().getId());

            assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
            assertThat(sandbox.received().effects(Kind.CRM))
                    .extracting(Entry::path)
                    .containsExactlyInAnyOrder(
                            "/crm/v3/objects/companies", "/crm/v3/objects/contacts", "/crm/v3/objects/tasks");
            assertThat(sandbox.received().effects(Kind.CRM))
                    .allSatisfy(made -> assertThat(made.body()).contains("\"hubspot_owner_id\":\"1001\""));
        }
    }
}
