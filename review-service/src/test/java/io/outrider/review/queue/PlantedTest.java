package io.outrider.review.queue;

import static io.outrider.review.fixture.Gate.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import io.outrider.kit.id.Ids;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.TestClock;
import io.outrider.review.v1.AuditEvent;
import io.outrider.review.v1.AutonomyServiceGrpc;
import io.outrider.review.v1.BatchServiceGrpc;
import io.outrider.review.v1.DecideBatchRequest;
import io.outrider.review.v1.DecideReviewItemRequest;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.GetCalibrationRequest;
import io.outrider.review.v1.GetReviewerQualityRequest;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.ListAuditEventsRequest;
import io.outrider.review.v1.OpenBatchRequest;
import io.outrider.review.v1.QualityServiceGrpc;
import io.outrider.review.v1.RecordOpenedRequest;
import io.outrider.review.v1.RejectReason;
import io.outrider.review.v1.ReviewItem;
import io.outrider.review.v1.ReviewerQuality;
import io.outrider.review.v1.ReviseProposalRequest;
import io.outrider.review.v1.WithdrawProposalsRequest;
import io.outrider.type.v1.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a reviewer, a run or the service itself does with a planted item: it never gets a grant, and no run hears of it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class PlantedTest {

    @Inject
    TestClock clock;

    @Inject
    ReleaseHeld releaseHeld;

    @Inject
    ExpireItems expireItems;

    @Inject
    Pool pool;

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
    void looksLikeAnyOtherWhileItWaits() {
        var pair = Plants.in(gate, Plants::message).pair();

        assertThat(pair.planted().getPlanted()).isFalse();
        assertThat(fields(pair.planted())).isEqualTo(fields(pair.real()));
        assertThat(fields(pair.planted().getProposal()))
                .isEqualTo(fields(pair.real().getProposal()));
        assertThat(fields(pair.planted().getProposal().getOrigin()))
                .isEqualTo(fields(pair.real().getProposal().getOrigin()));
        assertThat(pair.planted().getReasonsList()).isEqualTo(pair.real().getReasonsList());
        assertThat(audit(pair.planted()))
                .singleElement()
                .satisfies(event -> assertThat(event.getDetail()).doesNotContain("planted"));
        assertThat(pair.planted().getProposal().getSteps(0).getSentences(1).getText())
                .isEqualTo("Ferrocraft opened a third foundry in Ghent.");
    }

    @Test
    void isNotGrantedWhenItIsAccepted() {
        var planted = Plants.in(gate, Plants::company).pair().planted();

        var answer = gate.decide(accept(planted));

        assertThat(answer.hasGrant()).isFalse();
        assertThat(answer.getItem().getPlanted()).isTrue();
        requireNothingCameOf(planted, ItemState.ITEM_STATE_ACCEPTED);
    }

    @Test
    void isNotGrantedWhenItIsEdited() {
        var planted = Plants.in(gate, Plants::message).pair().planted();

        gate.decide(edit(planted, "Shall we talk", "Could we talk"));

        requireNothingCameOf(planted, ItemState.ITEM_STATE_EDITED);
    }

    @Test
    void isNotGrantedAfterAHoldNorGivenAwayBefore() throws Throwable {
        var planted = Plants.in(gate, Plants::company).pair().planted();

        var held = gate.decide(accept(planted).setHold(Duration.newBuilder().setSeconds(10)));
        assertThat(held.getItem().getState()).isEqualTo(ItemState.ITEM_STATE_HELD);
        assertThat(held.getItem().getPlanted()).isFalse();
        assertThat(audit(planted)).noneMatch(event -> event.getDetail().contains("planted"));
        clock.ahead(java.time.Duration.ofSeconds(11));
        VertxContextSupport.subscribeAndAwait(releaseHeld::sweep);

        requireNothingCameOf(planted, ItemState.ITEM_STATE_ACCEPTED);
    }

    @Test
    void isNotGrantedInABatch() {
        var pair = Plants.in(gate, Plants::company).pair();
        var stub = BatchServiceGrpc.newBlockingStub(gate.calls.channel())
                .withCallCredentials(tokens.as("rhea", gate.workspace, Role.ROLE_REVIEWER));
        var batch = stub.openBatch(OpenBatchRequest.newBuilder()
                        .setRequestId(Ids.next("req"))
                        .build())
                .getBatch();
        batch.getSampleItemIdsList()
                .forEach(id -> gate.calls
                        .reviewer("rhea", gate.workspace)
                        .recordOpened(
                                RecordOpenedRequest.newBuilder().setItemId(id).build()));
        stub.decideBatch(DecideBatchRequest.newBuilder()
                .setRequestId(Ids.next("req"))
                .setBatchId(batch.getId())
                .setType(DecisionType.DECISION_TYPE_ACCEPT)
                .build());

        requireNothingCameOf(pair.planted(), ItemState.ITEM_STATE_ACCEPTED);
        assertThat(gate.get(pair.real().getId()).getPlanted()).isFalse();
    }

    @Test
    void isNotGrantedByTwoApprovers() {
        gate.update(policy -> policy.getRulesBuilderList().forEach(rule -> rule.setRequiredApprovals(1)));
        var plants = Plants.in(gate, Plants::message);
        gate.update(policy -> policy.getRulesBuilderList().forEach(rule -> rule.setRequiredApprovals(2)));
        var planted = plants.pair().planted();

        var first = gate.decide(accept(planted));
        assertThat(first.getItem().getState()).isEqualTo(ItemState.ITEM_STATE_PENDING);
        assertThat(first.getItem().getPlanted()).isFalse();
        assertThat(audit(planted)).noneMatch(event -> event.getDetail().contains("planted"));
        gate.calls
                .reviewer("rob", gate.workspace)
                .decideReviewItem(accept(planted).build());

        requireNothingCameOf(planted, ItemState.ITEM_STATE_ACCEPTED);
    }

    @Test
    void meetsTheKillSwitchAsAnyOther() {
        var planted = Plants.in(gate, Plants::company).pair().planted();
        gate.update(policy -> policy.setKillSwitch(true));

        var failure = Gate.failure(() -> gate.decide(accept(planted)));

        assertThat(GrpcErrors.info(failure).getReason()).isEqualTo("KILL_SWITCH");
        assertThat(gate.get(planted.getId()).getPlanted()).isFalse();
    }

    @Test
    void doesNotComeBackAsARealOne() {
        var planted = Plants.in(gate, Plants::company).pair().planted();
        gate.decide(accept(planted).setType(DecisionType.DECISION_TYPE_RESPOND).setComment("Name the right company"));
        var again = planted.getProposal().toBuilder()
                .setPayload(ByteString.copyFromUtf8("{\"domain\":\"acme.example\",\"name\":\"Acme\"}"));

        var failure = Gate.failure(() -> gate.calls
                .service(gate.workspace)
                .reviseProposal(ReviseProposalRequest.newBuilder()
                        .setRequestId(Ids.next("req"))
                        .setItemId(planted.getId())
                        .setVersion(planted.getVersion())
                        .setProposal(again)
                        .build()));
        assertThat(GrpcErrors.info(failure).getReason()).isEqualTo("NOT_AWAITING_DRAFT");
        assertThat(gate.propose(again).getItemId()).isEqualTo(planted.getId());

        assertThat(gate.get(planted.getId()).getVersion()).isEqualTo(1);
        requireNothingCameOf(planted, ItemState.ITEM_STATE_RESPONDED);
    }

    @Test
    void isDroppedSilentlyWhenItsTimeIsOver() throws Throwable {
        gate.update(policy -> policy.getRulesBuilderList()
                .forEach(rule -> rule.setExpiryPolicy(io.outrider.review.v1.ExpiryPolicy.EXPIRY_POLICY_REGENERATE)));
        var planted = Plants.in(gate, Plants::company).pair().planted();
        clock.ahead(java.time.Duration.ofHours(73));
        // What other tests left open is due, too.
        for (int sweep = 0; sweep < 10; sweep++) {
            VertxContextSupport.subscribeAndAwait(expireItems::sweep);
        }

        requireNothingCameOf(planted, ItemState.ITEM_STATE_EXPIRED);
    }

    @Test
    void isTakenBackSilently() {
        var planted = Plants.in(gate, Plants::company).pair().planted();

        var withdrawn = gate.calls
                .service(gate.workspace)
                .withdrawProposals(WithdrawProposalsRequest.newBuilder()
                        .setRequestId(Ids.next("req"))
                        .setRunId(planted.getProposal().getOrigin().getRunId())
                        .build());

        assertThat(withdrawn.getSupersededItemIdsList()).isEmpty();
        requireNothingCameOf(planted, ItemState.ITEM_STATE_SUPERSEDED);
    }

    @Test
    void cannotBeGrantedByTheDatabaseEither() {
        var planted = Plants.in(gate, Plants::company).pair().planted();

        refused("update item set grant_id = 'grt_1' where workspace_id = $1 and id = $2", planted);
        refused("update item set state = 'AUTO_GRANTED' where workspace_id = $1 and id = $2", planted);
        refused("update item set planted = false where workspace_id = $1 and id = $2", planted);
        refused("insert into decision_feed (workspace_id, item_id, document) values ($1, $2, '')", planted);
    }

    @Test
    void countsForTheReviewerAndForNothingElse() {
        var plants = Plants.in(gate, Plants::message);
        var before = calibrationLabels();
        gate.decide(accept(plants.pair().planted())
                .setType(DecisionType.DECISION_TYPE_REJECT)
                .setReason(RejectReason.REJECT_REASON_WRONG_FACT));
        gate.decide(accept(plants.pair().planted()));
        gate.decide(edit(plants.pair().planted(), "third", "second"));
        gate.decide(edit(plants.pair().planted(), "Shall we talk", "Could we talk"));

        var quality = quality();
        assertThat(quality.getPlanted()).isEqualTo(4);
        assertThat(quality.getPlantedCaught()).isEqualTo(2);
        assertThat(quality.getDecisions()).isEqualTo(before);
        assertThat(quality.getApprovalRate()).isEqualTo(1);
        assertThat(calibrationLabels()).isEqualTo(before);
    }

    @Test
    void isOnlyThereWhereThereIsEnoughToCopyFrom() {
        var plants = Plants.in(gate, Planting.LEAST_TO_COPY - 1, Plants::company);
        plants.propose(true);
        assertThat(count("select count(*) from item where workspace_id = $1 and planted"))
                .isZero();
    }

    private void requireNothingCameOf(ReviewItem planted, ItemState state) {
        var item = gate.get(planted.getId());
        assertThat(item.getState()).isEqualTo(state);
        assertThat(item.getPlanted()).isTrue();
        assertThat(count("select count(*) from item where workspace_id = $1 and planted and grant_id is not null"))
                .isZero();
        assertThat(count("select count(*) from decision_feed f join item i on i.workspace_id = f.workspace_id"
                        + " and i.id = f.item_id where f.workspace_id = $1 and i.planted"))
                .isZero();
        assertThat(audit(planted).getFirst().getDetail()).contains("\"planted\":true");
        assertThat(gate.verify(null).getIntact()).isTrue();
    }

    private long count(String sql) {
        return pool.preparedQuery(sql)
                .executeAndAwait(Tuple.of(gate.workspace))
                .iterator()
                .next()
                .getLong(0);
    }

    private void refused(String sql, ReviewItem item) {
        assertThatThrownBy(() -> pool.preparedQuery(sql).executeAndAwait(Tuple.of(gate.workspace, item.getId())))
                .hasMessageContaining("planted");
    }

    private static List<String> fields(Message message) {
        return message.getAllFields().keySet().stream()
                .map(field -> field.getName())
                .toList();
    }

    /** Newest first. */
    private List<AuditEvent> audit(ReviewItem item) {
        return gate.calls
                .auditor(gate.workspace)
                .listAuditEvents(ListAuditEventsRequest.newBuilder()
                        .setItemId(item.getId())
                        .build())
                .getEventsList();
    }

    private static DecideReviewItemRequest.Builder edit(ReviewItem item, String before, String after) {
        var payload = item.getProposal().getPayload().toStringUtf8();
        return accept(item)
                .setType(DecisionType.DECISION_TYPE_EDIT)
                .setOverrideLint(true)
                .setComment("Known")
                .setEditedPayload(ByteString.copyFromUtf8(payload.replace(before, after)));
    }

    private long calibrationLabels() {
        return AutonomyServiceGrpc.newBlockingStub(gate.calls.channel())
                .withCallCredentials(tokens.as("vera", gate.workspace, Role.ROLE_VIEWER))
                .getCalibration(GetCalibrationRequest.getDefaultInstance())
                .getCalibrations(0)
                .getLabels();
    }

    private ReviewerQuality quality() {
        return QualityServiceGrpc.newBlockingStub(gate.calls.channel())
                .withCallCredentials(tokens.as("rhea", gate.workspace, Role.ROLE_REVIEWER))
                .getReviewerQuality(GetReviewerQualityRequest.getDefaultInstance())
                .getReviewers(0);
    }
}
