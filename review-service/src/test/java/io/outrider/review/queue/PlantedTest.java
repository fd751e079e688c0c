package io.outrider.review.queue;

import static io.outrider.review.fixture.Gate.accept;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import io.outrider.kit.id.Ids;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.TestClock;
import io.outrider.review.v1.BatchServiceGrpc;
import io.outrider.review.v1.DecideBatchRequest;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.OpenBatchRequest;
import io.outrider.review.v1.RecordOpenedRequest;
import io.outrider.review.v1.ReviseProposalRequest;
import io.outrider.type.v1.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
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
    Pool pool;

    TestTokens tokens;

    private Gate gate;
    private PlantedChecks checks;

    @BeforeEach
    void connect() {
        gate = new Gate(tokens);
        checks = new PlantedChecks(gate, pool);
    }

    @AfterEach
    void disconnect() {
        clock.ahead(java.time.Duration.ZERO);
        gate.close();
    }

    @Test
    void isNotGrantedWhenItIsAccepted() {
        var planted = Plants.in(gate, Plants::company).pair().planted();

        var answer = gate.decide(accept(planted));

        assertThat(answer.hasGrant()).isFalse();
        assertThat(answer.getItem().getPlanted()).isTrue();
        checks.nothingCameOf(planted, ItemState.ITEM_STATE_ACCEPTED);
    }

    @Test
    void isNotGrantedWhenItIsEdited() {
        var planted = Plants.in(gate, Plants::message).pair().planted();

        gate.decide(PlantedChecks.edit(planted, "Shall we talk", "Could we talk"));

        checks.nothingCameOf(planted, ItemState.ITEM_STATE_EDITED);
    }

    @Test
    void isNotGrantedAfterAHoldNorGivenAwayBefore() throws Throwable {
        var planted = Plants.in(gate, Plants::company).pair().planted();

        var held = gate.decide(accept(planted).setHold(Duration.newBuilder().setSeconds(10)));
        assertThat(held.getItem().getState()).isEqualTo(ItemState.ITEM_STATE_HELD);
        assertThat(held.getItem().getPlanted()).isFalse();
        checks.nothingGivesAway(planted);
        clock.ahead(java.time.Duration.ofSeconds(11));
        VertxContextSupport.subscribeAndAwait(releaseHeld::sweep);

        checks.nothingCameOf(planted, ItemState.ITEM_STATE_ACCEPTED);
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

        checks.nothingCameOf(pair.planted(), ItemState.ITEM_STATE_ACCEPTED);
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
        checks.nothingGivesAway(planted);
        gate.calls
                .reviewer("rob", gate.workspace)
                .decideReviewItem(accept(planted).build());

        checks.nothingCameOf(planted, ItemState.ITEM_STATE_ACCEPTED);
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
        checks.nothingCameOf(planted, ItemState.ITEM_STATE_RESPONDED);
    }

    @Test
    void cannotBeGrantedByTheDatabaseEither() {
        var planted = Plants.in(gate, Plants::company).pair().planted();

        checks.refused("update item set grant_id = 'grt_1' where workspace_id = $1 and id = $2", planted);
        checks.refused("update item set state = 'AUTO_GRANTED' where workspace_id = $1 and id = $2", planted);
        checks.refused("update item set planted = false where workspace_id = $1 and id = $2", planted);
        checks.refused("insert into decision_feed (workspace_id, item_id, document) values ($1, $2, '')", planted);
    }
}
