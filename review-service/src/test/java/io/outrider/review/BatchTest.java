package io.outrider.review;

import static io.outrider.review.fixture.Gate.accept;
import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import io.outrider.kit.id.Ids;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.v1.BatchFilter;
import io.outrider.review.v1.BatchServiceGrpc;
import io.outrider.review.v1.BatchServiceGrpc.BatchServiceBlockingStub;
import io.outrider.review.v1.DecideBatchRequest;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.Lane;
import io.outrider.review.v1.OpenBatchRequest;
import io.outrider.review.v1.RecordOpenedRequest;
import io.outrider.review.v1.ReviewBatch;
import io.outrider.review.v1.Risk;
import io.outrider.type.v1.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class BatchTest {

    TestTokens tokens;

    private Gate gate;

    @BeforeEach
    void connect() {
        gate = new Gate(tokens);
    }

    @AfterEach
    void disconnect() {
        gate.close();
    }

    @Test
    void acceptsEachItemByADecisionOfItsOwnOnceTheSampleWasOpened() {
        propose(12);
        var batch = open("rhea");
        assertThat(batch.getGroups(0).getItemsCount()).isEqualTo(12);
        assertThat(batch.getSampleItemIdsList()).hasSize(3);
        assertThat(reason(() -> decide("rhea", batch))).isEqualTo("SAMPLE_NOT_OPENED");

        openSample("rhea", batch);
        var excluded = batch.getGroups(0).getItems(5).getItemId();
        var results = batches("rhea")
                .decideBatch(decision(batch).addExcludedItemIds(excluded).build())
                .getResultsList();

        assertThat(results).hasSize(11).allSatisfy(result -> {
            assertThat(result.getState()).isEqualTo(ItemState.ITEM_STATE_ACCEPTED);
            var item = gate.get(result.getItemId());
            assertThat(item.getDecisionsList()).hasSize(1);
            assertThat(item.getDecisions(0).getBatchId()).isEqualTo(batch.getId());
            assertThat(item.getDecisions(0).getPayloadSha256()).isEqualTo(item.getPayloadSha256());
        });
        assertThat(gate.get(excluded).getState()).isEqualTo(ItemState.ITEM_STATE_PENDING);
        assertThat(gate.verify(null).getIntact()).isTrue();
    }

    @Test
    void leavesWhatWasDecidedMeanwhileAsItIs() {
        propose(4);
        var batch = open("rhea");
        openSample("rhea", batch);
        var meanwhile = batch.getGroups(0).getItems(2).getItemId();
        gate.calls
                .reviewer("rob", gate.workspace)
                .decideReviewItem(accept(gate.get(meanwhile)).build());

        var results = decide("rhea", batch);

        assertThat(results.getResultsList())
                .filteredOn(result -> !result.getError().isEmpty())
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.getItemId()).isEqualTo(meanwhile);
                    assertThat(result.getError()).isEqualTo("ALREADY_DECIDED");
                });
        assertThat(gate.get(meanwhile).getDecisions(0).getDecidedBy()).isEqualTo("rob");
    }

    @Test
    void decidesOnceHoweverOftenItIsAsked() {
        propose(3);
        var batch = open("rhea");
        openSample("rhea", batch);
        var request = decision(batch).build();

        var first = batches("rhea").decideBatch(request);
        var second = batches("rhea").decideBatch(request);

        assertThat(second).isEqualTo(first);
        first.getResultsList()
                .forEach(result -> assertThat(gate.get(result.getItemId()).getDecisionsCount())
                        .isEqualTo(1));
    }

    @Test
    void holdsEachItemOfABatch() {
        propose(3);
        var batch = open("rhea");
        openSample("rhea", batch);

        var results = batches("rhea")
                .decideBatch(decision(batch)
                        .setHold(Duration.newBuilder().setSeconds(10))
                        .build());

        assertThat(results.getResultsList())
                .allSatisfy(result -> assertThat(result.getState()).isEqualTo(ItemState.ITEM_STATE_HELD));
    }

    @Test
    void leavesOutWhatTheOpenerMayNotDecide() {
        propose(2);

        var error = Gate.failure(() -> open("arthur"));

        assertThat(GrpcErrors.info(error).getReason()).isEqualTo("EMPTY_BATCH");
        assertThat(error.getMessage()).contains("author=2");
    }

    @ParameterizedTest
    @EnumSource(
            value = Lane.class,
            names = {"LANE_MANDATORY", "LANE_PARTIAL", "LANE_UNKNOWN_OUTCOME"})
    void refusesLanesThatAreDecidedOneByOne(Lane lane) {
        gate.propose(
                enrol(gate.run).setRisk(Risk.newBuilder().setAffectedCount(1).setNewSegment(true)));

        var error = Gate.failure(() -> batches("rhea")
                .openBatch(OpenBatchRequest.newBuilder()
                        .setRequestId(Ids.next("req"))
                        .setFilter(BatchFilter.newBuilder().setLane(lane))
                        .build()));

        assertThat(GrpcErrors.info(error).getReason()).isEqualTo("INVALID_FIELD");
    }

    @Test
    void belongsToWhoeverOpenedIt() {
        propose(3);
        var batch = open("rhea");

        assertThat(reason(() -> decide("rob", batch))).isEqualTo("NOT_FOUND");
    }

    private void propose(int count) {
        for (int i = 0; i < count; i++) {
            gate.propose(crm(gate.run + "b" + i));
        }
    }

    private ReviewBatch open(String by) {
        return batches(by)
                .openBatch(OpenBatchRequest.newBuilder()
                        .setRequestId(Ids.next("req"))
                        .setFilter(BatchFilter.newBuilder().setActionType("crm.company.upsert"))
                        .build())
                .getBatch();
    }

    private void openSample(String by, ReviewBatch batch) {
        batch.getSampleItemIdsList()
                .forEach(id -> gate.calls
                        .reviewer(by, gate.workspace)
                        .recordOpened(
                                RecordOpenedRequest.newBuilder().setItemId(id).build()));
    }

    private io.outrider.review.v1.DecideBatchResponse decide(String by, ReviewBatch batch) {
        return batches(by).decideBatch(decision(batch).build());
    }

    private static DecideBatchRequest.Builder decision(ReviewBatch batch) {
        return DecideBatchRequest.newBuilder()
                .setRequestId(Ids.next("req"))
                .setBatchId(batch.getId())
                .setType(DecisionType.DECISION_TYPE_ACCEPT);
    }

    private BatchServiceBlockingStub batches(String by) {
        return BatchServiceGrpc.newBlockingStub(gate.calls.channel())
                .withCallCredentials(tokens.as(by, gate.workspace, Role.ROLE_REVIEWER));
    }

    private static String reason(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return GrpcErrors.info(Gate.failure(call)).getReason();
    }
}
