package io.outrider.orchestrator.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.run.RunTrace;
import io.outrider.type.v1.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run from its start to its end as Clay or n8n sees it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class WorkflowRoadTest {

    private static final String WORKSPACE = "rest-road";
    private static final String BODY = """
            {"requestId": "road-1", "domain": "https://www.rest-road.example/about", "companyName": "Road", "firstName": "Bram",
             "lastName": "Claes", "title": "Plant Manager", "email": "bram@rest-road.example"}""";

    TestTokens tokens;

    @Test
    void startsARunAndReadsItToItsEnd() {
        try (var client = new Client(tokens, WORKSPACE)) {
            client.library("library", "");
            String id = start();
            assertThat(start()).isEqualTo(id);

            client.ended(id);
        }
        as(Role.ROLE_VIEWER)
                .get("/api/v2/workflows/status?runId=" + start())
                .then()
                .statusCode(200)
                .body("found", equalTo(true))
                .body("data.state", equalTo("COMPLETED"))
                .body("data.domain", equalTo("rest-road.example"))
                .body("data.email", equalTo("bram@rest-road.example"))
                .body("data.score", equalTo(8))
                .body("data.actions.size()", equalTo(3))
                .body("data.actions.state", everyItem(equalTo("DONE")))
                .body("modelsUsed", equalTo(List.of("fake-1")))
                .body("policyVersion", equalTo(7))
                .body("traceId", equalTo(RunTrace.id(start())))
                .body("cost.usd", equalTo(3.0e-4f));
    }

    private String start() {
        return as(Role.ROLE_AUTHOR)
                .body(BODY)
                .post("/api/v2/workflows/run")
                .then()
                .statusCode(200)
                .body("_metadata.requestId", equalTo("road-1"))
                .extract()
                .path("data.runId");
    }

    private RequestSpecification as(Role role) {
        return given().header("Authorization", "Bearer " + tokens.token("mara", WORKSPACE, role))
                .contentType("application/json");
    }
}
