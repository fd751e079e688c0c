package io.outrider.orchestrator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.standardwebhooks.Webhook;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.FakeGate.Ruling;
import io.outrider.orchestrator.fixture.Rows;
import io.outrider.orchestrator.fixture.ScriptedConnectors;
import io.outrider.orchestrator.fixture.World;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.v1.ActionState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class HookDoorTest {

    /** As in the test's application.properties. */
    private static final String SECRET = "YSBzZWNyZXQgb2YgdHdlbnR5LW5pbmUgYnl0ZXM=";

    TestTokens tokens;
    World world;

    @Inject
    ScriptedConnectors outside;

    @Inject
    Rows rows;

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

    @Test
    void letsNothingGoToAContactWhoReplied() throws Exception {
        try (var client = new Client(tokens, "hooks")) {
            client.library("library", "");
            world.gate.ruling("hook-answered.example", Ruling.PEND);
            var waiting = client.settled(client.start("hook-answered.example").getId());
            var replied = contact("Bram@hook-answered.example", "REPLIED", "\"dedupeKey\": \"reply-1\"");

            signed("msg_10", replied).post("/hooks/crm").then().statusCode(200).body("accepted", is(1));
            signed("msg_11", replied)
                    .post("/hooks/crm")
                    .then()
                    .statusCode(200)
                    .body("accepted", is(0))
                    .body("duplicates", is(1));
            for (var action : waiting.getActionsList()) {
                world.gate.accept(waiting.getId(), action.getKey());
            }

            var run = client.ended(waiting.getId());
            assertThat(run.getActions(1).getReason()).contains("replied on");
            assertThat(run.getActions(1).getState()).isEqualTo(ActionState.ACTION_STATE_CANCELLED);
            assertThat(outside.received("bram@hook-answered.example")).isEmpty();
        }
    }

    @Test
    void suppressesWhoComplained() throws Exception {
        signed("msg_12", contact("eva@hook-complained.example", "CONTACT_EVENT_COMPLAINED", "\"source\": \"n8n\""))
                .post("/hooks/crm")
                .then()
                .statusCode(200)
                .body("accepted", is(1));

        assertThat(rows.text(
                        "select reason || ' by ' || created_by from suppression where workspace_id = 'hooks' and address = ?",
                        "eva@hook-complained.example"))
                .isEqualTo("complained (n8n) by hook:crm");
    }

    @Test
    void takesAllContactEventsOrNoneAndNamesTheBadOne() throws Exception {
        var good = contact("good@hook-all.example", "BOUNCED", "\"source\": \"n8n\"");
        var both = good.replace("]}", ", {\"email\": \"bad\", \"event\": \"BOUNCED\"}]}");

        signed("msg_13", both)
                .post("/hooks/crm")
                .then()
                .statusCode(400)
                .body("detail", containsString("contactEvents[1].email must be an e-mail address"));
        assertThat(rows.text("select count(*) from contact_event where email = 'good@hook-all.example'"))
                .isEqualTo("0");
        signed("msg_14", contact("good@hook-all.example", "SLEPT", "\"source\": \"n8n\""))
                .post("/hooks/crm")
                .then()
                .statusCode(400)
                .body("detail", containsString("contactEvents[0]"));
        signed("msg_15", "{\"contactEvents\": [], \"signals\": []}")
                .post("/hooks/crm")
                .then()
                .statusCode(400)
                .body("detail", containsString("signals or contactEvents"));
    }

    private static String contact(String email, String event, String more) {
        return "{\"contactEvents\": [{\"email\": \"%s\", \"event\": \"%s\", %s}]}".formatted(email, event, more);
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
