package io.outrider.orchestrator.rest.agents;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.standardwebhooks.Webhook;
import io.grpc.Status;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.QueueRows;
import io.outrider.orchestrator.fixture.World;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.type.v1.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class AsyncResourceTest {

    private static final String WORKSPACE = "later";

    World world;
    TestTokens tokens;

    @Inject
    JobWork work;

    @Inject
    QueueRows rows;

    @BeforeEach
    void library() {
        try (var client = new Client(tokens, WORKSPACE)) {
            client.library("later-library", "");
        }
    }

    @Test
    void postsTheAnswerSignedForTheWorkspace() throws Exception {
        var id = ask("qualify-company", "later-posted.example", "/posted");

        var posted = world.callbacks.next("/posted");

        assertThat(posted.header("webhook-id")).isEqualTo(id);
        assertThat(JsonPath.from(posted.body()).getInt("data.score")).isEqualTo(8);
        assertThatCode(() -> new Webhook(secret())
                        .verify(
                                posted.body(),
                                java.net.http.HttpHeaders.of(posted.headers(), (key, value) -> true)
                                        .map()))
                .doesNotThrowAnyException();
        settled(id, "DELIVERED");
    }

    @Test
    void triesAgainWithTheSameIdAndWithoutAskingTheAgentAgain() throws Exception {
        world.callbacks.answering("/again", 500, 302);
        var id = ask("qualify-company", "later-repeat.example", "/again");

        var first = world.callbacks.next("/again");
        var second = world.callbacks.next("/again");
        var third = world.callbacks.next("/again");

        assertThat(second.header("webhook-id"))
                .isEqualTo(first.header("webhook-id"))
                .isEqualTo(id);
        assertThat(third.body()).isEqualTo(first.body());
        assertThat(world.qualify.calls("later-repeat.example")).hasSize(1);
        assertThat(world.callbacks.isEmpty("/elsewhere")).isTrue();
        settled(id, "DELIVERED");
    }

    @Test
    void givesUpAfterTheLastAttemptAndKeepsTheAnswer() throws Exception {
        world.callbacks.answering("/deaf", 500, 500, 500);
        var id = ask("enrich-company", "later-deaf.example", "/deaf");

        settled(id, "FAILED");

        get(id).then()
                .body("data.callbackReason", equalTo("the receiver answered 500"))
                .body("data.callbackAttempts", equalTo(3))
                .body("data.result.data.domain", equalTo("later-deaf.example"));
    }

    @Test
    void stopsAtOnceWhereTheReceiverIsGone() {
        world.callbacks.answering("/gone", 410);

        settled(ask("enrich-company", "later-gone.example", "/gone"), "FAILED");
    }

    @Test
    void answersWithTheRefusalWhereTheAgentRefuses() throws Exception {
        world.qualify.failing("later-refused.example", Status.INVALID_ARGUMENT.withDescription("brief is too long"));
        ask("qualify-company", "later-refused.example", "/refused");

        var posted = JsonPath.from(world.callbacks.next("/refused").body());

        assertThat(posted.getBoolean("found")).isFalse();
        assertThat(posted.getString("error")).isEqualTo("REFUSED");
        assertThat(posted.getString("message")).contains("brief is too long");
    }

    @Test
    void outlastsAnAgentThatIsAway() throws Exception {
        world.companies.failing("later-away.example", Status.UNAVAILABLE, Status.UNAVAILABLE);
        ask("enrich-company", "later-away.example", "/away");

        assertThat(JsonPath.from(world.callbacks.next("/away").body()).getBoolean("found"))
                .isTrue();
    }

    @Test
    void answersAJobThatTheDoorWouldRefuseByNow() throws Exception {
        job("agc_refused", "{\"agent\": \"enrich-company\"}");

        onVirtualThread(() -> work.carry(WORKSPACE, "agc_refused"));

        get("agc_refused").then().body("data.result.error", equalTo("INVALID_FIELD"));
    }

    @Test
    void tellsTheCallerOfAJobThatKeepsBreaking() throws Exception {
        job("agc_broken", "{\"agent\": \"enrich-company\", \"domain\": \"later-broken.example\"}");

        var deliver = onVirtualThread(() -> work.giveUp(WORKSPACE, "agc_broken", "of our own making"));
        var again = onVirtualThread(() -> work.giveUp(WORKSPACE, "agc_broken", "of our own making"));

        assertThat(deliver).isTrue();
        assertThat(again).isFalse();
        get("agc_broken").then().body("data.result.error", equalTo("INTERNAL"));
    }

    private void job(String id, String body) {
        rows.query(
                "insert into agent_call (workspace_id, id, caller, request_id, agent, body_sha256, library_revision,"
                        + " create_time, body) values ($1, $2, 'mara', $2, 'enrich-company', ''::bytea, 0, now(), $3)",
                Tuple.of(WORKSPACE, id, Buffer.buffer(body)));
    }

    private static <T> T onVirtualThread(Callable<T> task) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.submit(task).get();
        }
    }

    @Test
    void doesNothingMoreOnceDelivered() throws Exception {
        var id = ask("enrich-company", "later-done.example", "/done");
        world.callbacks.next("/done");
        settled(id, "DELIVERED");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.submit(() -> work.carry(WORKSPACE, id)).get()).isEmpty();
        }

        assertThat(world.callbacks.isEmpty("/done")).isTrue();
    }

    @Test
    void takesTwentyEqualQuestionsForOne() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> asking = () -> as(WORKSPACE, Role.ROLE_AUTHOR)
                    .header("Idempotency-Key", "same")
                    .body("{\"agent\": \"enrich-company\", \"domain\": \"later-same.example\"}")
                    .post("/api/v2/async/agent/run")
                    .path("data.id");
            var ids = threads.invokeAll(java.util.Collections.nCopies(20, asking)).stream()
                    .map(it -> it.resultNow())
                    .distinct();

            assertThat(ids).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{\"agent\": \"enrich-company\", \"domain\": \"later-a.example\", \"callbackUrl\": \"http://127.0.0.1/x\"} ~ callbackUrl",
                "{\"agent\": \"enrich-company\", \"domain\": \"later-a.example\", \"callbackUrl\": \"ftp://clay.test/x\"} ~ callbackUrl",
                "{\"agent\": \"cold-caller\", \"domain\": \"later-a.example\"} ~ agent",
                "{\"domain\": \"later-a.example\"} ~ agent",
                "{\"agent\": \"enrich-company\"} ~ domain",
            })
    void namesTheFieldThatIsWrong(String body, String field) {
        as(WORKSPACE, Role.ROLE_AUTHOR)
                .body(body)
                .post("/api/v2/async/agent/run")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void hidesJobsFromOtherWorkspaces() {
        var id = ask("enrich-company", "later-hidden.example", "/hidden");

        as("elsewhere", Role.ROLE_VIEWER)
                .get("/api/v2/async/agent/runs/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void saysNothingMoreThanItKnowsWhileItWorks() {
        as(WORKSPACE, Role.ROLE_AUTHOR)
                .body("{\"agent\": \"enrich-company\", \"domain\": \"later-fetched.example\"}")
                .post("/api/v2/async/agent/run")
                .then()
                .statusCode(202)
                .header("Location", startsWith("http"))
                .body("found", equalTo(false))
                .body("data", hasKey("result"))
                .body("data.callbackState", equalTo("NONE"))
                .body("data.callbackUrl", nullValue());
    }

    private String ask(String agent, String domain, String path) {
        return as(WORKSPACE, Role.ROLE_AUTHOR)
                .body("{\"agent\": \"%s\", \"domain\": \"%s\", \"callbackUrl\": \"https://clay.test%s\"}"
                        .formatted(agent, domain, path))
                .post("/api/v2/async/agent/run")
                .then()
                .statusCode(202)
                .extract()
                .path("data.id");
    }

    /** Each look is a round trip; the job is settled right after its last post. */
    private void settled(String id, String state) {
        for (int i = 0; i < 2_000; i++) {
            if (state.equals(get(id).path("data.callbackState"))) {
                return;
            }
        }
        assertThat(get(id).<String>path("data.callbackState")).isEqualTo(state);
    }

    private io.restassured.response.Response get(String id) {
        return as(WORKSPACE, Role.ROLE_VIEWER).get("/api/v2/async/agent/runs/" + id);
    }

    private String secret() {
        return as(WORKSPACE, Role.ROLE_OPERATOR)
                .get("/api/v2/async/callback-secret")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
    }

    private RequestSpecification as(String workspace, Role role) {
        return given().header("Authorization", "Bearer " + tokens.token("mara", workspace, role))
                .contentType("application/json");
    }
}
