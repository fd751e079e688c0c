package io.outrider.orchestrator.rest.agents;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.grpc.Status;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.World;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.rest.Problem;
import io.outrider.type.v1.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class AgentResourceTest {

    World world;
    TestTokens tokens;

    @BeforeEach
    void library() {
        try (var client = new Client(tokens, "agents")) {
            client.library("agents-library", "");
        }
    }

    @Test
    void enrichesACompanyWithTheQuotesThatCarryIt() {
        ask("enrich-company", "{\"requestId\": \"c1\", \"domain\": \"https://www.rest-ferro.example/about\"}")
                .statusCode(200)
                .body("_metadata.requestId", equalTo("c1"))
                .body("_metadata.usage.modelCalls", equalTo(1))
                .body("found", equalTo(true))
                .body("data.domain", equalTo("rest-ferro.example"))
                .body("data.employeeCount", equalTo(40))
                .body("data.founded", nullValue())
                .body("data.basis[0].field", equalTo("employeeCount"))
                .body("data.basis[0].citations[0].excerpts[0]", equalTo("40 people"))
                .body("cost.usd", equalTo(1.0e-4f))
                .body("modelsUsed", hasItems("fake-1"))
                .body("libraryVersion", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"runId", "libraryVersion", "policyVersion", "traceId", "data", "message", "_metadata"})
    void hasEveryKeyEvenWhereNothingWasFound(String key) {
        ask("enrich-company", "{\"domain\": \"rest-nobody.example\"}")
                .statusCode(200)
                .body("found", equalTo(false))
                .body("$", hasKey(key));
    }

    @Test
    void qualifiesByTheNewestLibrary() {
        ask("qualify-company", "{\"domain\": \"rest-steel.example\", \"level\": \"rules\"}")
                .statusCode(200)
                .body("data.score", equalTo(8))
                .body("data.tier", equalTo("STRONG"))
                .body("data.playbook.name", equalTo("Uptime"))
                .body("data.segment", nullValue())
                .body("libraryVersion", equalTo(1))
                .body("cost.calls", equalTo(2));
    }

    @Test
    void draftsWithoutSending() {
        ask("sequence", person("rest-draft.example"))
                .statusCode(200)
                .body("data.steps.size()", equalTo(3))
                .body("data.steps[0].channel", equalTo("EMAIL"))
                .body("data.playbookOId", nullValue())
                .body("cost.calls", equalTo(3));
    }

    @Test
    void preparesACall() {
        ask("call-prep", person("rest-call.example"))
                .statusCode(200)
                .body("data.matchedPersona.name", equalTo("Plant leader"))
                .body("data.recommendedPlaybook.oId", equalTo("plant-uptime"))
                .body("data.discoveryQuestions[0].stage", equalTo("PAIN"));
    }

    @Test
    void findsPeopleByTitle() {
        ask("prospector", "{\"domain\": \"rest-people.example\", \"titles\": \"Plant Manager, COO\", \"limit\": 5}")
                .statusCode(200)
                .body("data.count", equalTo(1))
                .body("data.contacts[0].title", equalTo("Plant Manager"))
                .body("data.contacts[0].companyDomain", equalTo("rest-people.example"));
    }

    @Test
    void answersARepeatWithTheFirstAnswerThoughTheLibraryHasMovedOn() {
        var question = "{\"requestId\": \"again\", \"domain\": \"rest-again.example\"}";
        var first = ask("qualify-company", question).statusCode(200).extract().asString();
        try (var client = new Client(tokens, "agents")) {
            client.library("agents-library-2", "{step: draft, attempts: 2}");
        }

        var second = ask("qualify-company", question).statusCode(200).extract().asString();

        assertThat(second).isEqualTo(first);
        assertThat(world.qualify.calls("rest-again.example")).hasSize(1);
    }

    @Test
    void goesOnAfterAFailureWithoutDoingTheFirstPartTwice() {
        world.qualify.failing("rest-broken.example", Status.UNAVAILABLE, Status.UNAVAILABLE);
        var question = "{\"requestId\": \"broken\", \"domain\": \"rest-broken.example\"}";
        ask("qualify-company", question)
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("reason", equalTo("AGENT_UNAVAILABLE"));

        ask("qualify-company", question).statusCode(200);

        assertThat(world.research.calls("rest-broken.example").stream()
                        .map(q -> q.getRequestId())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void passesOverloadOnAs429() {
        world.companies.failing("rest-full.example", Status.RESOURCE_EXHAUSTED, Status.RESOURCE_EXHAUSTED);

        ask("enrich-company", "{\"domain\": \"rest-full.example\"}")
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("reason", equalTo("OVERLOADED"));
    }

    @Test
    void refusesAnIdThatWasUsedForAnotherQuestion() {
        ask("enrich-company", "{\"requestId\": \"taken\", \"domain\": \"rest-one.example\"}")
                .statusCode(200);

        ask("enrich-company", "{\"requestId\": \"taken\", \"domain\": \"rest-two.example\"}")
                .statusCode(409)
                .body("reason", equalTo("REQUEST_ID_REUSED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "enrich-company ~ {} ~ domain",
                "enrich-company ~ {\"domain\": \"gmail.com\"} ~ domain",
                "enrich-company ~ {\"domain\": \"rest-a.example\", \"companyDomain\": \"rest-b.example\"} ~ companyDomain",
                "enrich-person ~ {\"domain\": \"rest-a.example\"} ~ email",
                "enrich-person ~ {\"domain\": \"rest-a.example\", \"email\": \"nobody\"} ~ email",
                "sequence ~ {\"domain\": \"rest-a.example\", \"email\": \"a@rest-a.example\", \"steps\": 9} ~ steps",
                "prospector ~ {\"domain\": \"rest-a.example\", \"titles\": [1]} ~ titles",
                "prospector ~ {\"domain\": \"rest-a.example\", \"limit\": 0} ~ limit",
                "qualify-company ~ {\"domain\": \"rest-a.example\", \"depth\": \"deep\"} ~ depth",
                "qualify-company ~ {\"domain\": \"rest-a.example\", \"requestId\": \"a b\"} ~ requestId",
            })
    void namesTheFieldThatIsWrong(String agent, String body, String field) {
        ask(agent, body)
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("violations[0].field", equalTo(field))
                .body("detail", containsString(field));
    }

    @Test
    void knowsNoOtherAgents() {
        ask("cold-caller", "{\"domain\": \"rest-a.example\"}").statusCode(404);
    }

    @Test
    void documentsEveryAnswer() {
        given().header("Accept", "application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths", hasKey("/api/v2/agents/{agent}/run"))
                .body("components.schemas", hasKey("Company"))
                .body("components.schemas", hasKey("Qualification"))
                .body("components.schemas.AgentQuestion.properties", hasKey("titles"));
    }

    private static String person(String domain) {
        return "{\"domain\": \"%s\", \"firstName\": \"Bram\", \"lastName\": \"Claes\", \"jobTitle\": \"Plant Manager\"}"
                .formatted(domain);
    }

    private ValidatableResponse ask(String agent, String body) {
        return given().header("Authorization", "Bearer " + tokens.token("mara", "agents", Role.ROLE_AUTHOR))
                .contentType("application/json")
                .body(body)
                .post("/api/v2/agents/" + agent + "/run")
                .then();
    }
}
