package io.outrider.review.slack;

import static io.outrider.review.fixture.Samples.enrol;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import io.outrider.kit.id.Ids;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.Holds;
import io.outrider.review.fixture.Patience;
import io.outrider.review.fixture.ProviderResource;
import io.outrider.review.fixture.SlackTwin;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.ReviewItem;
import io.outrider.review.v1.Risk;
import io.outrider.review.v1.UndoDecisionRequest;
import io.outrider.sandbox.Sandbox;
import io.outrider.sandbox.received.Kind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Decisions of the channel wait before they take effect, as those of the console do. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
@QuarkusTestResource(ProviderResource.class)
@QuarkusTestResource(SlackTwin.class)
class SlackHoldTest {

    private static final int LONG = 120;

    @TestHTTPResource
    URI http;

    TestTokens tokens;
    Sandbox slack;

    @Inject
    TellReleased tellReleased;

    @Inject
    Holds holds;

    private Gate gate;
    private SlackCalls calls;

    @BeforeEach
    void open() throws Throwable {
        gate = new Gate(tokens, SlackTwin.WORKSPACE);
        calls = new SlackCalls(http, slack.uri());
        gate.update(policy -> policy.setDecisionHold(Duration.newBuilder().setSeconds(LONG)));
        tell();
        slack.received().clear();
    }

    @AfterEach
    void close() {
        gate.update(policy -> policy.setKillSwitch(false));
        gate.close();
        calls.close();
    }

    @Test
    void holdsAnAcceptedItemAndTellsWhenItTookEffect() throws Throwable {
        var item = mandatory();
        calls.press("U1", SlackMessage.ACCEPT, value(item));

        assertThat(answer())
                .contains("Accepted by <@U1>. It takes effect at <!date^", "UTC>", SlackMessage.UNDO)
                .contains("\"replace_original\":true");
        assertThat(state(item)).isEqualTo(ItemState.ITEM_STATE_HELD);
        tell();
        assertThat(slack.received().list(Kind.SLACK))
                .as("nothing to tell while it is held")
                .hasSize(1);

        slack.received().clear();
        holds.runOut();
        tell();
        tell();
        assertThat(answer())
                .contains("Accepted by <@U1>.", "\"replace_original\":true")
                .doesNotContain(SlackMessage.UNDO, SlackMessage.ACCEPT);
        assertThat(state(item)).isEqualTo(ItemState.ITEM_STATE_ACCEPTED);
    }

    @Test
    void takesItBackByButtonAndShowsTheItemAgain() throws Throwable {
        var item = mandatory();
        calls.press("U1", SlackMessage.ACCEPT, value(item));
        answer();
        slack.received().clear();

        assertThat(calls.press("U1", SlackMessage.UNDO, value(item) + "|ACCEPT"))
                .isEqualTo(200);
        assertThat(answer())
                .contains("Taken back by <@U1>", SlackMessage.ACCEPT, SlackMessage.REJECT, value(item))
                .contains("\"replace_original\":true")
                .doesNotContain(SlackMessage.UNDO);
        assertThat(state(item)).isEqualTo(ItemState.ITEM_STATE_PENDING);
        holds.runOut();
        tell();
        assertThat(state(item)).isEqualTo(ItemState.ITEM_STATE_PENDING);
        assertThat(slack.received().list(Kind.SLACK)).hasSize(1);
    }

    @Test
    void takesARejectionBackToo() throws Throwable {
        var item = mandatory();
        calls.choose("U1", SlackMessage.REASON, value(item) + "|WRONG_FACT");
        assertThat(answer()).contains("Rejected by <@U1>. It takes effect at", value(item) + "|REJECT");

        slack.received().clear();
        calls.press("U1", SlackMessage.UNDO, value(item) + "|REJECT");
        assertThat(answer()).contains("Taken back by <@U1>").doesNotContain(SlackMessage.ACCEPT);
        assertThat(state(item)).isEqualTo(ItemState.ITEM_STATE_PENDING);
    }

    @Test
    void letsOnlyWhoDecidedTakeItBackAndNobodyTooLate() throws Throwable {
        var item = mandatory();
        calls.press("U1", SlackMessage.ACCEPT, value(item));
        answer();
        slack.received().clear();
        calls.press("U2", SlackMessage.UNDO, value(item) + "|ACCEPT");
        assertThat(answer()).contains("Nothing was taken back", "Only whoever decided");

        slack.received().clear();
        calls.press("U9", SlackMessage.UNDO, value(item) + "|ACCEPT");
        assertThat(answer()).contains("not a reviewer here");

        holds.runOut();
        slack.received().clear();
        calls.press("U1", SlackMessage.UNDO, value(item) + "|ACCEPT");
        assertThat(answer()).contains("Nothing was taken back");
        assertThat(state(item)).isEqualTo(ItemState.ITEM_STATE_ACCEPTED);
    }

    @Test
    void believesNoUndoThatSlackDidNotSign() throws Exception {
        var item = mandatory();
        calls.press("U1", SlackMessage.ACCEPT, value(item));
        answer();
        var body = calls.body("U1", SlackMessage.UNDO, "value", value(item) + "|ACCEPT");
        var now = String.valueOf(Instant.now().getEpochSecond());
        assertThat(calls.send(body, now, "v0=" + "0".repeat(64))).isEqualTo(401);
        assertThat(state(item)).isEqualTo(ItemState.ITEM_STATE_HELD);
    }

    @Test
    void showsTheItemAgainWhereThePolicyRefusesTheRelease() throws Throwable {
        var item = mandatory();
        calls.press("U1", SlackMessage.ACCEPT, value(item));
        answer();
        slack.received().clear();
        gate.update(policy -> policy.setKillSwitch(true));
        holds.runOut();
        tell();
        assertThat(answer()).contains("which did not take effect", SlackMessage.ACCEPT, value(item));
        assertThat(state(item)).isEqualTo(ItemState.ITEM_STATE_PENDING);
    }

    @Test
    void showsTheItemAgainWhereItWasTakenBackElsewhere() throws Throwable {
        var item = mandatory();
        calls.press("U1", SlackMessage.ACCEPT, value(item));
        answer();
        slack.received().clear();
        gate.calls
                .reviewer("rhea", gate.workspace)
                .undoDecision(UndoDecisionRequest.newBuilder()
                        .setRequestId(Ids.next("req"))
                        .setItemId(item.getId())
                        .build());
        tell();
        assertThat(answer()).contains("it was taken back", SlackMessage.ACCEPT);
    }

    private ReviewItem mandatory() {
        return gate.pending(enrol(Ids.next("run"))
                .setRisk(Risk.newBuilder().setAffectedCount(500).setNewSegment(true)));
    }

    private void tell() throws Throwable {
        VertxContextSupport.subscribeAndAwait(tellReleased::tell);
    }

    private String answer() {
        Patience.until(() -> slack.received().list(Kind.SLACK).size() == 1);
        return slack.received().list(Kind.SLACK).getFirst().body();
    }

    private ItemState state(ReviewItem item) {
        return gate.get(item.getId()).getState();
    }

    private static String value(ReviewItem item) {
        return new Bound(item.getId(), item.getVersion(), item.getPayloadSha256()).encode();
    }
}
