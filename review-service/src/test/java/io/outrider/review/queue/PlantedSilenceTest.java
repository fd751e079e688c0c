package io.outrider.review.queue;

import static io.outrider.review.fixture.Gate.accept;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import io.outrider.kit.id.Ids;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.v1.AutonomyServiceGrpc;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.GetCalibrationRequest;
import io.outrider.review.v1.GetReviewerQualityRequest;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.QualityServiceGrpc;
import io.outrider.review.v1.RejectReason;
import io.outrider.review.v1.ReviewerQuality;
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

/** A planted item looks like any other, goes without a word, and counts for its reviewer only. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class PlantedSilenceTest {

    @Inject
    ExpireItems expireItems;

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
        checks.nothingGivesAway(pair.planted());
        assertThat(pair.planted().getProposal().getSteps(0).getSentences(1).getText())
                .isEqualTo("Ferrocraft opened a third foundry in Ghent.");
    }

    @Test
    void countsForTheReviewerAndForNothingElse() {
        var plants = Plants.in(gate, Plants::message);
        var before = calibrationLabels();
        gate.decide(accept(plants.pair().planted())
                .setType(DecisionType.DECISION_TYPE_REJECT)
                .setReason(RejectReason.REJECT_REASON_WRONG_FACT));
        gate.decide(accept(plants.pair().planted()));
        gate.decide(PlantedChecks.edit(plants.pair().planted(), "third", "second"));
        gate.decide(PlantedChecks.edit(plants.pair().planted(), "Shall we talk", "Could we talk"));

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
        assertThat(checks.planted()).isZero();
    }

    @Test
    void isDroppedSilentlyWhenItsTimeIsOver() throws Throwable {
        gate.update(policy -> policy.getRulesBuilderList()
                .forEach(rule -> rule.setExpiryPolicy(io.outrider.review.v1.ExpiryPolicy.EXPIRY_POLICY_REGENERATE)));
        var planted = Plants.in(gate, Plants::company).pair().planted();
        // At its time, what other tests left open would be due, too.
        pool.preparedQuery("update item set due_time = now() where workspace_id = $1 and id = $2")
                .executeAndAwait(Tuple.of(gate.workspace, planted.getId()));
        VertxContextSupport.subscribeAndAwait(expireItems::sweep);

        checks.nothingCameOf(planted, ItemState.ITEM_STATE_EXPIRED);
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
        checks.nothingCameOf(planted, ItemState.ITEM_STATE_SUPERSEDED);
    }

    private static List<String> fields(Message message) {
        return message.getAllFields().keySet().stream()
                .map(field -> field.getName())
                .toList();
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
