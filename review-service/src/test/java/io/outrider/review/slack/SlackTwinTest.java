package io.outrider.review.slack;

import static io.outrider.review.fixture.Samples.enrol;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outrider.kit.id.Ids;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.Patience;
import io.outrider.review.fixture.ProviderResource;
import io.outrider.review.fixture.Samples;
import io.outrider.review.fixture.SlackTwin;
import io.outrider.review.queue.Plants;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.RejectReason;
import io.outrider.review.v1.ReviewItem;
import io.outrider.sandbox.Sandbox;
import io.outrider.sandbox.received.Entry;
import io.outrider.sandbox.received.Kind;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Support;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
@QuarkusTestResource(ProviderResource.class)
@QuarkusTestResource(SlackTwin.class)
class SlackTwinTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource
    URI http;

    TestTokens tokens;
    Sandbox slack;

    @Inject
    PostItems posts;

    @Inject
    Pool pool;

    private Gate gate;
    private SlackCalls calls;

    @BeforeEach
    void open() throws Throwable {
        gate = new Gate(tokens, SlackTwin.WORKSPACE);
        calls = new SlackCalls(http, slack.uri());
        gate.update(policy -> policy.setDecisionHold(com.google.protobuf.Duration.newBuilder()));
        post();
        slack.received().clear();
    }

    @AfterEach
    void close() {
        gate.close();
        calls.close();
    }

    @Test
    void postsEachMandatoryItemOnceAsBlocksWithButtons() throws Throwable {
        var item = mandatory("Ferrocraft & <Sons>");
        post();
        post();

        var messages = messages(item);
        assertThat(messages).hasSize(1);
        var text = messages.getFirst().toString();
        assertThat(text)
                .contains("review-accept", "review-reject", "https://review.example.com/items/" + item.getId())
                .contains("Ferrocraft opened a second foundry in Ghent.")
                .contains(new Bound(item.getId(), 1, item.getPayloadSha256()).encode());
        assertThat(messages.getFirst().path("text").asText()).contains("Ferrocraft &amp; &lt;Sons&gt;");
    }

    @Test
    void postsWhatSlackTakesHoweverLong() throws Throwable {
        var item = gate.pending(enrol(Ids.next("run"))
                .setRisk(high())
                .setDescription("d".repeat(10_000))
                .setAccount(Account.newBuilder().setDomain("ferrocraft.example").setName("n".repeat(500))));
        post();

        assertThat(messages(item)).hasSize(1);
        assertThat(slack.received().list(Kind.SLACK)).allMatch(entry -> entry.status() == 200);
    }

    @Test
    void acceptsByButton() throws Throwable {
        var item = mandatory("Ferrocraft");
        assertThat(calls.press("U1", "review-accept", value(item))).isEqualTo(200);

        assertThat(answer()).contains("Accepted by <@U1>").contains("\"replace_original\":true");
        assertThat(gate.get(item.getId()).getState()).isEqualTo(ItemState.ITEM_STATE_ACCEPTED);
        assertThat(gate.get(item.getId()).getDecisions(0).getDecidedBy()).isEqualTo("rhea");
    }

    @Test
    void grantsNothingWhereTheItemWasPlanted() throws Throwable {
        var planted = Plants.in(gate, Plants::message).pair().planted();
        gate.update(policy -> policy.setPlantedRate(0));
        calls.press("U1", "review-accept", value(planted));

        assertThat(answer()).contains("Accepted by");
        assertThat(gate.get(planted.getId()).getPlanted()).isTrue();
        assertThat(pool.preparedQuery("select grant_id from item where workspace_id = $1 and id = $2")
                        .executeAndAwait(Tuple.of(gate.workspace, planted.getId()))
                        .iterator()
                        .next()
                        .getString(0))
                .isNull();
    }

    @Test
    void rejectsAfterAskingWhy() throws Throwable {
        var item = mandatory("Ferrocraft");
        calls.press("U1", "review-reject", value(item));
        var asked = answer();
        assertThat(asked).contains("why do you reject it?", "static_select", value(item) + "|WRONG_FACT");
        assertThat(gate.get(item.getId()).getState()).isEqualTo(ItemState.ITEM_STATE_PENDING);

        slack.received().clear();
        calls.choose("U1", "review-reason", value(item) + "|WRONG_FACT");
        assertThat(answer()).contains("Rejected by");
        assertThat(gate.get(item.getId()).getState()).isEqualTo(ItemState.ITEM_STATE_REJECTED);
        assertThat(gate.get(item.getId()).getDecisions(0).getReason()).isEqualTo(RejectReason.REJECT_REASON_WRONG_FACT);
    }

    @Test
    void holdsToWhatTheMessageShowed() throws Throwable {
        var item = mandatory("Ferrocraft");
        calls.press("U1", "review-accept", new Bound(item.getId(), 1, "0".repeat(64)).encode());
        assertThat(answer()).contains("Nothing was decided").contains("changed");

        slack.received().clear();
        calls.press("U1", "review-accept", new Bound(item.getId(), 7, item.getPayloadSha256()).encode());
        assertThat(answer()).contains("Nothing was decided");

        slack.received().clear();
        calls.press("U1", "review-accept", "itm_made_up|1|" + item.getPayloadSha256());
        assertThat(answer()).contains("Nothing was decided");
        assertThat(gate.get(item.getId()).getState()).isEqualTo(ItemState.ITEM_STATE_PENDING);
    }

    @Test
    void letsOnlyReviewersDecideAndNeverTheAuthor() throws Throwable {
        var item = mandatory("Ferrocraft");
        calls.press("U9", "review-accept", value(item));
        assertThat(answer()).contains("not a reviewer here");

        slack.received().clear();
        calls.press("U2", "review-accept", value(item));
        assertThat(answer()).contains("Nothing was decided");
        assertThat(gate.get(item.getId()).getState()).isEqualTo(ItemState.ITEM_STATE_PENDING);
    }

    @Test
    void offersNoAcceptWhereTheLintBlocks() throws Throwable {
        var body = Samples.BODY + " You will save 40%.";
        var proposal = enrol(Ids.next("run")).setRisk(high()).setPayload(Samples.payload(body));
        proposal.getStepsBuilder(0).addSentences(Samples.sentence("You will save 40%.", 1, Support.SUPPORT_NONE));
        var item = gate.pending(proposal);
        post();

        assertThat(messages(item).getFirst().toString())
                .contains("1 without support")
                .doesNotContain("review-accept");
        slack.received().clear();
        calls.press("U1", "review-accept", value(item));
        assertThat(answer()).contains("Nothing was decided");
    }

    @Test
    void believesNoOtherSignatureAndNoRepeat() throws Throwable {
        var item = mandatory("Ferrocraft");
        var body = calls.body("U1", "review-accept", "value", value(item));
        var now = String.valueOf(Instant.now().getEpochSecond());
        var signature = SlackSignature.of(SlackTwin.SECRET, now, body.getBytes(StandardCharsets.UTF_8));
        var old = String.valueOf(Instant.now().minus(Duration.ofMinutes(6)).getEpochSecond());

        assertThat(calls.send(body, now, SlackSignature.of("guess", now, body.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(401);
        assertThat(calls.send(body + "&x=1", now, signature)).isEqualTo(401);
        assertThat(calls.send(
                        body, old, SlackSignature.of(SlackTwin.SECRET, old, body.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(401);
        assertThat(gate.get(item.getId()).getState()).isEqualTo(ItemState.ITEM_STATE_PENDING);
        assertThat(calls.send(body, now, signature)).isEqualTo(200);
        assertThat(calls.send(body, now, signature)).isEqualTo(401);
        assertThat(answer()).contains("Accepted by");
    }

    private ReviewItem mandatory(String account) {
        return gate.pending(enrol(Ids.next("run"))
                .setRisk(high())
                .setAccount(Account.newBuilder().setDomain("ferrocraft.example").setName(account)));
    }

    private static io.outrider.review.v1.Risk.Builder high() {
        return io.outrider.review.v1.Risk.newBuilder().setAffectedCount(500).setNewSegment(true);
    }

    private void post() throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> posts.post());
    }

    private List<JsonNode> messages(ReviewItem item) {
        return slack.received().list(Kind.SLACK).stream()
                .map(SlackTwinTest::json)
                .filter(message -> message.toString().contains(item.getId()))
                .toList();
    }

    private String answer() {
        Patience.until(() -> slack.received().list(Kind.SLACK).size() == 1);
        return json(slack.received().list(Kind.SLACK).getFirst()).toString();
    }

    private static JsonNode json(Entry entry) {
        try {
            return JSON.readTree(entry.body());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String value(ReviewItem item) {
        return new Bound(item.getId(), item.getVersion(), item.getPayloadSha256()).encode();
    }
}
