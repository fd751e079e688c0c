package io.outrider.orchestrator;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.standardwebhooks.Webhook;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.WorldResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class HookDoorTest {

    /** As in the test's application.properties. */
    private static final String SECRET = "YSBzZWNyZXQgb2YgdHdlbnR5LW5pbmUgYnl0ZXM=";

    @Test
    void takesSignedSignalsOnce() throws Exception {
        var body = body("FUNDING", "2020-01-01");
        var sent = signed("msg_1", body.replace("2020-01-01", Instant.now().toString()));

        sent.post("/hooks/crm").then().statusCode(200).body("accepted", is(1)).body("duplicates", is(0));
        sent.post("/hooks/crm").then().statusCode(200).body("accepted", is(1));
    }

    @Test
    void refusesABadSignatureAndAnUnknownSource() throws Exception {
        var body = body("FUNDING", Instant.now().toString());

        signed("msg_2", body).body(body + " ").post("/hooks/crm").then().statusCode(401);
        signed("msg_2", body).post("/hooks/nobody").then().statusCode(404);
    }

    @Test
    void namesWhatIsWrong() throws Exception {
        signed("msg_3", body("TELEPATHY", Instant.now().toString()))
                .post("/hooks/crm")
                .then()
                .statusCode(400)
                .body("detail", containsString("signals[0]"));
        signed("msg_4", body("FUNDING", "2020-01-01T00:00:00Z"))
                .post("/hooks/crm")
                .then()
                .statusCode(400)
                .body("detail", containsString("signals[0].occur_time lies more than two years back"));
        signed("msg_5", "{\"signals\": [").post("/hooks/crm").then().statusCode(400);
    }

    private static String body(String type, String time) {
        return "{\"signals\":[{\"accountDomain\":\"hook.example\",\"type\":\"%s\",\"strength\":30,\"occurTime\":\"%s\"}]}"
                .formatted(type, time);
    }

    private static RequestSpecification signed(String id, String body) throws Exception {
        var time = Instant.now().getEpochSecond();
        return given().contentType("application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", time)
                .header("webhook-signature", new Webhook(SECRET).sign(id, time, body))
                .body(body);
    }
}
