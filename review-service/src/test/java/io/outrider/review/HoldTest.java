package io.outrider.review;

import static io.outrider.review.fixture.Gate.accept;
import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;
import static io.outrider.review.fixture.Samples.payload;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import io.outrider.kit.id.Ids;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.Samples;
import io.outrider.review.fixture.TestClock;
import io.outrider.review.queue.ReleaseHeld;
import io.outrider.review.v1.DecideReviewItemRequest;
import io.outrider.review.v1.DecideReviewItemResponse;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.Lane;
import io.outrider.review.v1.RecordOpenedRequest;
import io.outrider.review.v1.RejectReason;
import io.outrider.review.v1.ReviewItem;
import io.outrider.review.v1.UndoDecisionRequest;
import io.outrider.review.v1.WithdrawProposalsRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class HoldTest {

    private static final Duration TEN = Duration.newBuilder().setSeconds(10).build();

    @Inject
    TestClock clock;

    @Inject
    ReleaseHeld releaseHeld;

    TestTokens tokens;

    private Gate gate;

    @BeforeEach
    void connect() {
        gate = new Gate(tokens);
    }

    @AfterEach
    void disconnect() {
        clock.ahead(java.time.Duration.ZERO);
        gate.close();
    }

    @Test
    void grantsOnlyWhenTheHoldIsOver() throws Throwable {
        var item = gate.pending(crm(gate.run));
        var held = hold(accept(item));
        assertThat(held.getItem().getState()).isEqualTo(ItemState.ITEM_STATE_HELD);
        assertThat(held.getItem().getHeldDecision().getType()).isEqualTo(DecisionType.DECISION_TYPE_ACCEPT);
        assertThat(held.hasGrant()).isFalse();

        releaseAfter(9);
        assertThat(gate.get(item.getId()).getState()).isEqualTo(ItemState.ITEM_STATE_HELD);
        releaseAfter(11);

        var released = gate.get(item.getId());
        assertThat(released.getState()).isEqualTo(ItemState.ITEM_STATE_ACCEPTED);
        assertThat(released.getDecisionsList()).hasSize(1);
        var decision = gate.watch().next();
        assertThat(decision.getItemId()).isEqualTo(item.getId());
        assertThat(decision.getGrant().getPayloadSha256()).isEqualTo(item.getPayloadSha256());
        assertThat(gate.verify(null).getIntact()).isTrue();
    }

    @Test
    void opensAnUndoneItemAgainAsItWas() throws Throwable {
        var item = gate.pending(enrol(gate.run));
        hold(accept(item)
                .setType(DecisionType.DECISION_TYPE_EDIT)
                .setEditedPayload(payload(Samples.BODY.replace("Shall we talk?", "Shall we talk soon?"))));

        var open = undo("rhea", item);

        assertThat(open.getState()).isEqualTo(ItemState.ITEM_STATE_PENDING);
        assertThat(open.getVersion()).isEqualTo(item.getVersion());
        assertThat(open.getPayloadSha256()).isEqualTo(item.getPayloadSha256());
        assertThat(open.getDecisionsList()).isEmpty();
        releaseAfter(60);
        assertThat(gate.get(item.getId()).getState()).isEqualTo(ItemState.ITEM_STATE_PENDING);
    }

    @Test
    void releasesAnEditAsANewVersion() throws Throwable {
        var item = gate.pending(enrol(gate.run));
        hold(accept(item)
                .setType(DecisionType.DECISION_TYPE_EDIT)
                .setEditedPayload(payload(Samples.BODY.replace("Shall we talk?", "Shall we talk soon?"))));
        assertThat(gate.get(item.getId()).getVersion()).isEqualTo(item.getVersion());

        releaseAfter(11);

        assertThat(gate.get(item.getId()).getState()).isEqualTo(ItemState.ITEM_STATE_EDITED);
        assertThat(gate.watch().next().getEditedPayload().toStringUtf8()).contains("talk soon");
    }

    @Test
    void letsOnlyWhoeverDecidedUndoAndOnlyInTime() {
        var item = gate.pending(crm(gate.run));
        hold(accept(item));

        assertThat(reason(() -> undo("rob", item))).isEqualTo("NOT_HELD");
        clock.ahead(java.time.Duration.ofSeconds(11));
        assertThat(reason(() -> undo("rhea", item))).isEqualTo("NOT_HELD");
        clock.ahead(java.time.Duration.ZERO);
        assertThat(reason(() -> gate.calls
                        .reviewer("rob", gate.workspace)
                        .decideReviewItem(accept(item).build())))
                .isEqualTo("ALREADY_DECIDED");
    }

    @Test
    void stopsAtTheKillSwitchDuringTheHold() throws Throwable {
        var item = gate.pending(crm(gate.run));
        hold(accept(item));
        gate.update(policy -> policy.setKillSwitch(true));

        releaseAfter(11);

        var open = gate.get(item.getId());
        assertThat(open.getState()).isEqualTo(ItemState.ITEM_STATE_PENDING);
        assertThat(open.getDecisionsList()).isEmpty();
        assertThat(gate.verify(null).getIntact()).isTrue();
    }

    @Test
    void doesNotReleaseWhatItsRunTookBack() throws Throwable {
        var item = gate.pending(crm(gate.run));
        hold(accept(item));
        gate.calls
                .service(gate.workspace)
                .withdrawProposals(WithdrawProposalsRequest.newBuilder()
                        .setRequestId(Ids.next("req"))
                        .setRunId(gate.run)
                        .build());

        releaseAfter(11);

        assertThat(gate.get(item.getId()).getState()).isEqualTo(ItemState.ITEM_STATE_SUPERSEDED);
    }

    @Test
    void measuresTheTimeFromOpeningToDeciding() {
        var opened = gate.pending(crm(gate.run));
        var unopened = gate.pending(crm(gate.run + "b"));
        gate.calls
                .reviewer("rhea", gate.workspace)
                .recordOpened(RecordOpenedRequest.newBuilder()
                        .setItemId(opened.getId())
                        .build());
        clock.ahead(java.time.Duration.ofSeconds(20));

        gate.decide(accept(opened));
        gate.decide(accept(unopened));

        assertThat(gate.get(opened.getId()).getDecisions(0).getTimeOnItemMs()).isBetween(20_000L, 60_000L);
        assertThat(gate.get(unopened.getId()).getDecisions(0).getTimeOnItemMs()).isZero();
    }

    @Test
    void countsByLane() {
        var item = gate.pending(crm(gate.run));
        gate.pending(crm(gate.run + "b"));
        hold(accept(item));

        var counts = gate.calls
                .reviewer("rhea", gate.workspace)
                .getQueueCounts(io.outrider.review.v1.GetQueueCountsRequest.getDefaultInstance());
        assertThat(counts.getHeld()).isEqualTo(1);
        assertThat(counts.getLanesList()).hasSize(5);
        assertThat(counts.getLanesList().stream()
                        .filter(lane -> lane.getLane() == Lane.LANE_BATCH)
                        .findFirst()
                        .orElseThrow()
                        .getOpen())
                .isEqualTo(1);
    }

    /** Any order of deciding, undoing, releasing, withdrawing and racing ends in one right state, with at most one grant. */
    @Test
    void endsRightWhateverTheOrder() throws Throwable {
        var seed = 20_261_122L;
        System.out.println("HoldTest.endsRightWhateverTheOrder seed " + seed);
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        // Never back: the audit chain takes an event dated long before an earlier one for tampering.
        var ahead = 0;
        for (int round = 0; round < 25; round++) {
            var run = gate.run + "r" + round;
            var item = gate.pending(crm(run));
            for (int step = 0; step < 4; step++) {
                race(item, run, random);
                ahead += 6;
                releaseAfter(ahead);
            }
            ahead += 11;
            releaseAfter(ahead);
            requireRight(gate.get(item.getId()));
        }
        assertThat(gate.verify(null).getIntact()).isTrue();
    }

    private void race(ReviewItem item, String run, RandomGenerator random) throws InterruptedException {
        var calls = new ArrayList<Callable<Object>>();
        for (var by : List.of("rhea", "rob")) {
            calls.add(
                    switch (random.nextInt(6)) {
                        case 0 -> () -> decide(by, accept(item).setHold(TEN));
                        case 1 -> () -> decide(by, accept(item));
                        case 2 ->
                            () -> decide(
                                    by,
                                    accept(item)
                                            .setType(DecisionType.DECISION_TYPE_REJECT)
                                            .setReason(RejectReason.REJECT_REASON_OTHER)
                                            .setHold(TEN));
                        case 3 ->
                            () -> gate.calls
                                    .service(gate.workspace)
                                    .withdrawProposals(WithdrawProposalsRequest.newBuilder()
                                            .setRequestId(Ids.next("req"))
                                            .setRunId(run)
                                            .build());
                        default -> () -> undo(by, item);
                    });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // Refusals are what most of these end in; what counts is the state after.
            threads.invokeAll(calls);
        }
    }

    private static void requireRight(ReviewItem item) {
        var decisions = item.getDecisionsCount();
        switch (item.getState()) {
            case ITEM_STATE_ACCEPTED, ITEM_STATE_REJECTED ->
                assertThat(decisions).isEqualTo(1);
            case ITEM_STATE_PENDING -> assertThat(decisions).isZero();
            case ITEM_STATE_SUPERSEDED -> assertThat(decisions).isLessThanOrEqualTo(1);
            default -> throw new AssertionError("ends as " + item.getState());
        }
        assertThat(item.hasReleaseTime()).isFalse();
    }

    private DecideReviewItemResponse hold(DecideReviewItemRequest.Builder decision) {
        return gate.decide(decision.setHold(TEN));
    }

    private Object decide(String by, DecideReviewItemRequest.Builder decision) {
        return gate.calls.reviewer(by, gate.workspace).decideReviewItem(decision.build());
    }

    private ReviewItem undo(String by, ReviewItem item) {
        return gate.calls
                .reviewer(by, gate.workspace)
                .undoDecision(UndoDecisionRequest.newBuilder()
                        .setRequestId(Ids.next("req"))
                        .setItemId(item.getId())
                        .build())
                .getItem();
    }

    private void releaseAfter(int seconds) throws Throwable {
        clock.ahead(java.time.Duration.ofSeconds(seconds));
        VertxContextSupport.subscribeAndAwait(releaseHeld::sweep);
    }

    private static String reason(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return GrpcErrors.info(Gate.failure(call)).getReason();
    }
}
