package io.outrider.orchestrator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.google.protobuf.ByteString;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.ScriptedConnectors;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.v1.DryRunRequest;
import io.outrider.orchestrator.v1.ListSuppressionsRequest;
import io.outrider.orchestrator.v1.Suppression;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The link in a mail, as a mail program and as a person follow it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class UnsubscribeDoorTest {

    TestTokens tokens;

    @Inject
    ScriptedConnectors outside;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(tokens, "unsubscribe");
        client.library("library", "");
    }

    @AfterEach
    void hangUp() {
        client.close();
    }

    @Test
    void writesToNobodyWhoClickedOnce() {
        var path = linkInAMailTo("Bram@clicked.example");

        given().formParam("List-Unsubscribe", "One-Click")
                .post(path)
                .then()
                .statusCode(200)
                .body(containsString("no more mail"));
        given().multiPart("List-Unsubscribe", "One-Click").post(path).then().statusCode(200);

        assertThat(suppressed()).contains("bram@clicked.example");
        client.ended(client.start("clicked.example").getId());
        assertThat(outside.received("bram@clicked.example")).isEmpty();
    }

    @Test
    void changesNothingWhenTheLinkIsOnlyOpened() {
        given().get(linkInAMailTo("opened@opened.example"))
                .then()
                .statusCode(200)
                .body(containsString("<form method=\"post\">"));

        assertThat(suppressed()).doesNotContain("opened@opened.example");
    }

    @Test
    void believesNoLinkThatItDidNotMake() {
        given().post("/unsubscribe/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                .then()
                .statusCode(404);
        given().get("/unsubscribe/x").then().statusCode(404);
    }

    private String linkInAMailTo(String address) {
        var mail = client.effects()
                .dryRun(DryRunRequest.newBuilder()
                        .setActionType("email.send")
                        .setPayload(ByteString.copyFromUtf8(
                                "{\"to\":\"%s\",\"subject\":\"Hello\",\"body\":\"b\"}".formatted(address)))
                        .build())
                .getRequests(0)
                .getBody()
                .toStringUtf8()
                .replace("\r\n ", "");
        return mail.replaceAll("(?s).*List-Unsubscribe: <https://acme.example([^>]+)>.*", "$1");
    }

    private List<String> suppressed() {
        return client
                .effects()
                .listSuppressions(ListSuppressionsRequest.getDefaultInstance())
                .getSuppressionsList()
                .stream()
                .map(Suppression::getAddressOrDomain)
                .toList();
    }
}
