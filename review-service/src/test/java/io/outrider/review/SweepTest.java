package io.outrider.review;

import static io.outrider.review.fixture.Samples.crm;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.micrometer.core.instrument.MeterRegistry;
import io.outrider.kit.id.Ids;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.Owner;
import io.outrider.review.fixture.TestClock;
import io.outrider.review.queue.ExpireItems;
import io.outrider.review.queue.ReleaseHeld;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.ExpiryPolicy;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.ReviewItem;
import io.outrider.review.v1.ReviseProposalRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What falls due ends, however often it comes back, and whatever lies before it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class SweepTest {

    @Inject
    TestClock clock;

    @Inject
    ExpireItems expireItems;

    @Inject
    ReleaseHeld releaseHeld;

    @Inject
    MeterRegistry meters;

    TestTokens tokens;

    private Gate gate;

    @BeforeEach
    void connect() {
        gate = new Gate(tokens);
    }

    @AfterEach
    void disconnect() throws Exception {
        clock.ahead(Duration.ZERO);
        Owner.execute("delete from item where workspace_id = '" + gate.workspace + "'");
        gate.close();
    }

    @Test
    void releasesWhatIsBehindABrokenItem() throws Throwable {
        var broken = held("a");
        clock.ahead(Duration.ofSeconds(1));
        var whole = held("b");
        Owner.execute("update item set held = null where id = '" + broken.getId() + "'");
        var failed = failed("release");

        clock.ahead(Duration.ofSeconds(30));
        VertxContextSupport.subscribeAndAwait(releaseHeld::sweep);

        assertThat(state(whole)).isEqualTo(ItemState.ITEM_STATE_ACCEPTED);
        assertThat(state(broken)).isEqualTo(ItemState.ITEM_STATE_HELD);
        assertThat(failed("release")).isEqualTo(failed + 1);
    }

    @Test
    void expiresWhatIsBehindABrokenItem() throws Throwable {
        var broken = gate.pending(crm(gate.run + "a"));
        var whole = gate.pending(crm(gate.run + "b"));
        Owner.execute("update item set state = 'PENDING', expiry_policy = 'NO_SUCH_POLICY', due_time = now()"
                + " where id = '" + broken.getId() + "'");

        expire(Duration.ofHours(73));

        assertThat(state(whole)).isEqualTo(ItemState.ITEM_STATE_EXPIRED);
    }

    @Test
    void endsWhatNobodyDraftsAgain() throws Throwable {
        var item = gate.pending(crm(gate.run));
        clock.ahead(Duration.ofHours(71));
        gate.decide(
                Gate.accept(item).setType(DecisionType.DECISION_TYPE_RESPOND).setComment("Another name"));

        expire(Duration.ofHours(142));
        assertThat(state(item)).isEqualTo(ItemState.ITEM_STATE_RESPONDED);
        expire(Duration.ofHours(144));
        assertThat(state(item)).isEqualTo(ItemState.ITEM_STATE_EXPIRED);
    }

    @Test
    void draftsAgainTwiceAndThenDrops() throws Throwable {
        gate.update(policy -> policy.getRulesBuilderList()
                .forEach(rule -> rule.setExpiryPolicy(ExpiryPolicy.EXPIRY_POLICY_REGENERATE)));
        var item = gate.pending(crm(gate.run));
        for (int again = 1; again <= 2; again++) {
            due(item);
            expire(Duration.ZERO);
            assertThat(state(item)).isEqualTo(ItemState.ITEM_STATE_RESPONDED);
            redraft(item, again);
            assertThat(state(item)).isEqualTo(ItemState.ITEM_STATE_PENDING);
        }

        due(item);
        expire(Duration.ZERO);

        assertThat(state(item)).isEqualTo(ItemState.ITEM_STATE_EXPIRED);
    }

    private ReviewItem held(String key) {
        var item = gate.pending(crm(gate.run + key));
        gate.decide(Gate.accept(item)
                .setHold(com.google.protobuf.Duration.newBuilder().setSeconds(10)));
        return item;
    }

    private void redraft(ReviewItem item, int version) {
        gate.calls
                .service(gate.workspace)
                .reviseProposal(ReviseProposalRequest.newBuilder()
                        .setRequestId(Ids.next("req"))
                        .setItemId(item.getId())
                        .setVersion(version)
                        .setProposal(crm(gate.run)
                                .setPayload(ByteString.copyFromUtf8(
                                        "{\"domain\":\"ferrocraft.example\",\"name\":\"F" + version + "\"}")))
                        .build());
    }

    /** Long ago for the sweep, and a window of three days for whoever drafts it again. */
    private static void due(ReviewItem item) throws Exception {
        Owner.execute("update item set create_time = now() - interval '73 hours', due_time = now() - interval '1 hour'"
                + " where id = '" + item.getId() + "'");
    }

    private void expire(Duration ahead) throws Throwable {
        clock.ahead(ahead);
        VertxContextSupport.subscribeAndAwait(expireItems::sweep);
    }

    private double failed(String sweep) {
        return meters.counter("outrider.review.sweep.failed", "sweep", sweep).count();
    }

    private ItemState state(ReviewItem item) {
        return gate.get(item.getId()).getState();
    }
}
