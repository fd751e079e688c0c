package io.outrider.orchestrator.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.type.v1.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
class RestDoorTest {

    TestTokens tokens;

    @Test
    void asksForAToken() {
        given().get("/api/v2/workflows/runs")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType(Problem.MEDIA_TYPE)
                .body("reason", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void letsOnlyTheContractsRolesThrough() {
        as(Role.ROLE_VIEWER)
                .body("{\"domain\": \"acme.com\"}")
                .post("/api/v2/workflows/run")
                .then()
                .statusCode(403)
                .body("reason", equalTo("PERMISSION_DENIED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {"{ ~ body", "{\"domain\": 5} ~ domain", "{\"level\": \"boss\"} ~ level"})
    void namesTheFieldThatIsWrong(String body, String field) {
        as(Role.ROLE_AUTHOR)
                .body(body)
                .post("/api/v2/workflows/run")
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("reason", equalTo("INVALID_FIELD"))
                .body("violations[0].field", equalTo(field))
                .body("detail", containsString(field));
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        as(Role.ROLE_AUTHOR)
                .body("{\"domain\": \"" + "a".repeat(FlatBody.MAX_BYTES) + "\"}")
                .post("/api/v2/workflows/run")
                .then()
                .statusCode(413)
                .contentType(Problem.MEDIA_TYPE);
    }

    @ParameterizedTest
    @CsvSource({"limit=0, limit", "limit=x, limit", "state=SLEEPING, state"})
    void namesTheQueryParameterThatIsWrong(String query, String field) {
        as(Role.ROLE_VIEWER)
                .get("/api/v2/workflows/runs?" + query)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void asksForTheRunWhoseStatusIsWanted() {
        as(Role.ROLE_VIEWER)
                .get("/api/v2/workflows/status")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("runId"));
        as(Role.ROLE_VIEWER)
                .get("/api/v2/workflows/status?runId=run_none")
                .then()
                .statusCode(404);
    }

    @Test
    void answersProblemsForWhatIsNotThere() {
        as(Role.ROLE_VIEWER).get("/api/v2/nothing").then().statusCode(404);
    }

    @Test
    void documentsItself() {
        given().header("Accept", "application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths", hasKey("/api/v2/workflows/run"))
                .body("components.securitySchemes", hasKey("bearer"))
                .body("components.schemas.StartRun.properties", hasKey("domain"));
    }

    private RequestSpecification as(Role role) {
        return given().header("Authorization", "Bearer " + tokens.token("mara", "rest", role))
                .contentType("application/json");
    }
}
