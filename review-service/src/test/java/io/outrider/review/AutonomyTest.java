package io.outrider.review;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.outrider.kit.id.Ids;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.Meanwhile;
import io.outrider.review.v1.Autonomy;
import io.outrider.review.v1.AutonomyLevel;
import io.outrider.review.v1.AutonomyProposal;
import io.outrider.review.v1.AutonomyRule;
import io.outrider.review.v1.AutonomyServiceGrpc;
import io.outrider.review.v1.AutonomyServiceGrpc.AutonomyServiceBlockingStub;
import io.outrider.review.v1.CheckGrantsRequest;
import io.outrider.review.v1.DecideAutonomyProposalRequest;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.EffectOutcome;
import io.outrider.review.v1.GetCalibrationRequest;
import io.outrider.review.v1.GrantStatus;
import io.outrider.review.v1.ListAuditEventsRequest;
import io.outrider.review.v1.ListAutonomyProposalsRequest;
import io.outrider.review.v1.ListAutonomyRequest;
import io.outrider.review.v1.ProposalOutcome;
import io.outrider.review.v1.ReportOutcomeRequest;
import io.outrider.review.v1.Risk;
import io.outrider.type.v1.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class AutonomyTest {

    private static final int EARNED_BY = 20;

    TestTokens tokens;

    private Gate gate;
    private int proposed;

    @BeforeEach
    void connect() {
        gate = new Gate(tokens);
        gate.update(policy -> policy.setReviewEverything(false)
                .setAutonomy(AutonomyRule.newBuilder().setMinItems(EARNED_BY).setMinPrecision(0.8)));
    }

    @AfterEach
    void disconnect() {
        gate.close();
    }

    @Test
    void isEarnedByReviewAndGivenOnlyByAPerson() {
        acceptAll(propose(EARNED_BY - 1));
        assertThat(proposals()).isEmpty();
        acceptAll(propose(1));
        assertThat(level()).isEqualTo(AutonomyLevel.AUTONOMY_LEVEL_ALL_REVIEWED);
        assertThat(granted(propose(1))).isEmpty();

        decide(proposals().getFirst(), true);

        assertThat(level()).isEqualTo(AutonomyLevel.AUTONOMY_LEVEL_SAMPLED);
        var outcomes = propose(30);
        assertThat(granted(outcomes)).isNotEmpty();
        assertThat(outcomes)
                .filteredOn(ProposalOutcome::hasPending)
                .isNotEmpty()
                .allSatisfy(outcome -> assertThat(outcome.getReasonsList())
                        .anySatisfy(reason -> assertThat(reason.getRule()).isEqualTo("autonomy-sample")));
    }

    @Test
    void isLostAtOnceWhenWhatPassedGoesWrong() {
        earn();
        var passed = granted(propose(30));

        passed.stream().limit(3).forEach(outcome -> report(outcome, EffectOutcome.EFFECT_OUTCOME_BOUNCED));

        assertThat(level()).isEqualTo(AutonomyLevel.AUTONOMY_LEVEL_ALL_REVIEWED);
        assertThat(autonomy().getAlarm()).contains("went wrong outside");
        assertThat(granted(propose(5))).isEmpty();
        var kinds = gate.calls
                .auditor(gate.workspace)
                .listAuditEvents(
                        ListAuditEventsRequest.newBuilder().setPageSize(200).build())
                .getEventsList();
        assertThat(kinds)
                .filteredOn(event -> event.getKind().equals("AUTONOMY_CHANGED"))
                .hasSize(2);
        assertThat(gate.verify(null).getIntact()).isTrue();
    }

    @Test
    void givesNothingToWhatHasEarnedNothing() {
        var outcome = propose(1).getFirst();

        assertThat(outcome.hasPending()).isTrue();
        assertThat(outcome.getReasons(0).getRule()).isEqualTo("autonomy-not-earned");
    }

    @Test
    void isSetAsideWhereEverythingIsReviewed() {
        earn();
        gate.update(policy -> policy.setReviewEverything(true));

        assertThat(granted(propose(10))).isEmpty();
    }

    @Test
    void isGivenAheadOnlyByThePolicyAndLostByTheSameAlarms() {
        gate.letPass();
        var first = granted(propose(6));
        assertThat(first).hasSizeGreaterThan(2);
        assertThat(autonomy().getPassed()).isEqualTo(first.size());

        first.stream().limit(3).forEach(outcome -> report(outcome, EffectOutcome.EFFECT_OUTCOME_UNDONE));

        assertThat(level()).isEqualTo(AutonomyLevel.AUTONOMY_LEVEL_ALL_REVIEWED);
        assertThat(granted(propose(4))).isEmpty();
    }

    @Test
    void takesBackWhatPassedByALevelThatIsLost() {
        var accepted = propose(1).getFirst();
        var byAPerson = gate.acceptById(accepted.getItemId()).getGrant().getId();
        gate.letPass();
        var passed = granted(propose(7));

        passed.stream().limit(3).forEach(outcome -> report(outcome, EffectOutcome.EFFECT_OUTCOME_BOUNCED));

        assertThat(check(byAPerson)).isEqualTo(GrantStatus.GRANT_STATUS_VALID);
        assertThat(check(passed.getLast().getGranted().getId())).isEqualTo(GrantStatus.GRANT_STATUS_REVOKED);
    }

    @Test
    void countsOneItemOnceAndWhatDidNotHappenNotAtAll() {
        gate.letPass();
        var passed = granted(propose(5));
        report(passed.get(0), EffectOutcome.EFFECT_OUTCOME_BOUNCED);
        report(passed.get(0), EffectOutcome.EFFECT_OUTCOME_COMPLAINED);
        report(passed.get(1), EffectOutcome.EFFECT_OUTCOME_UNKNOWN);
        report(passed.get(1), EffectOutcome.EFFECT_OUTCOME_FAILED);

        assertThat(autonomy().getBadOutcomes()).isEqualTo(1);
        assertThat(level()).isEqualTo(AutonomyLevel.AUTONOMY_LEVEL_AUTONOMOUS);
    }

    /** The level is read, and lost before the proposal that it lets pass is committed: the proposal is judged again. */
    @Test
    void letsNothingPassByALevelThatIsLostMeanwhile() throws SQLException {
        gate.letPass();
        assertThat(granted(propose(3))).isNotEmpty();

        var outcome = Meanwhile.commits(
                "update autonomy_track set level = 'ALL_REVIEWED', settled = true, alarm = 'a test wants it'"
                        + " where workspace_id = '" + gate.workspace + "'",
                () -> gate.propose(crm("run-a")));

        assertThat(outcome.hasPending()).isTrue();
        assertThat(outcome.getReasons(0).getRule()).isEqualTo("autonomy-lost");
    }

    @Test
    void takesATrifleForAcceptanceAndIgnoredItemsForNothing() {
        edit(propose(1).getFirst(), "Ferrocraft!");
        assertThat(autonomy().getAcceptedUnedited()).isEqualTo(1);

        edit(propose(1).getFirst(), "Ferrocraft Holding");
        assertThat(autonomy().getItems()).isEqualTo(2);
        assertThat(autonomy().getAcceptedUnedited()).isEqualTo(1);

        var ignored = gate.get(propose(1).getFirst().getItemId());
        gate.decide(Gate.accept(ignored).setType(DecisionType.DECISION_TYPE_IGNORE));
        assertThat(autonomy().getItems()).isEqualTo(2);
    }

    private void edit(ProposalOutcome outcome, String name) {
        gate.decide(Gate.accept(gate.get(outcome.getItemId()))
                .setType(DecisionType.DECISION_TYPE_EDIT)
                .setEditedPayload(
                        ByteString.copyFromUtf8("{\"domain\":\"ferrocraft.example\",\"name\":\"" + name + "\"}")));
    }

    private GrantStatus check(String grant) {
        return gate.calls
                .service(gate.workspace)
                .checkGrants(CheckGrantsRequest.newBuilder().addGrantIds(grant).build())
                .getChecks(0)
                .getStatus();
    }

    @Test
    void neverTakesThePersonFromAnIrreversibleHighBlastAction() {
        earn();

        var outcome = gate.propose(enrol(gate.run + "high")
                .setRisk(Risk.newBuilder().setAffectedCount(1).setNewSegment(true)));

        assertThat(outcome.hasPending()).isTrue();
    }

    @Test
    void isSetAsideWhileThePolicySaysSo() {
        earn();
        gate.update(
                policy -> policy.setAutonomy(policy.getAutonomy().toBuilder().setSuspended(true)));

        assertThat(granted(propose(5))).isEmpty();
    }

    @Test
    void isAskedForAgainOnlyAfterAsManyItemsWhereItWasDeclined() {
        acceptAll(propose(EARNED_BY));
        var proposal = proposals().getFirst();
        decide(proposal, false);

        assertThat(proposals()).isEmpty();
        var error = Gate.failure(() -> decide(proposal, true));
        assertThat(GrpcErrors.info(error).getReason()).isEqualTo("ALREADY_DECIDED");
    }

    @Test
    void showsHowFarConfidenceCanBeBelieved() {
        acceptAll(propose(EARNED_BY));

        var calibration = autonomies(Role.ROLE_VIEWER)
                .getCalibration(GetCalibrationRequest.getDefaultInstance())
                .getCalibrationsList();

        assertThat(calibration).singleElement().satisfies(fitted -> {
            assertThat(fitted.getActionType()).isEqualTo("crm.company.upsert");
            assertThat(fitted.getLabels()).isEqualTo(EARNED_BY);
            assertThat(fitted.getBinsList()).isNotEmpty();
        });
    }

    private void earn() {
        acceptAll(propose(EARNED_BY));
        decide(proposals().getFirst(), true);
    }

    private List<ProposalOutcome> propose(int count) {
        var outcomes = new ArrayList<ProposalOutcome>();
        for (int i = 0; i < count; i++) {
            outcomes.add(gate.propose(crm(gate.run + "n" + proposed++)));
        }
        return outcomes;
    }

    private void acceptAll(List<ProposalOutcome> outcomes) {
        outcomes.forEach(outcome -> gate.acceptById(outcome.getItemId()));
    }

    private static List<ProposalOutcome> granted(List<ProposalOutcome> outcomes) {
        return outcomes.stream().filter(ProposalOutcome::hasGranted).toList();
    }

    private void report(ProposalOutcome outcome, EffectOutcome what) {
        gate.calls
                .service(gate.workspace)
                .reportOutcome(ReportOutcomeRequest.newBuilder()
                        .setRequestId(Ids.next("req"))
                        .setItemId(outcome.getItemId())
                        .setOutcome(what)
                        .build());
    }

    private List<AutonomyProposal> proposals() {
        return autonomies(Role.ROLE_ADMIN)
                .listAutonomyProposals(ListAutonomyProposalsRequest.getDefaultInstance())
                .getProposalsList();
    }

    private void decide(AutonomyProposal proposal, boolean accept) {
        autonomies(Role.ROLE_ADMIN)
                .decideAutonomyProposal(DecideAutonomyProposalRequest.newBuilder()
                        .setRequestId(Ids.next("req"))
                        .setProposalId(proposal.getId())
                        .setAccept(accept)
                        .setComment("The figures say so")
                        .build());
    }

    private AutonomyLevel level() {
        return autonomy().getLevel();
    }

    private Autonomy autonomy() {
        return autonomies(Role.ROLE_VIEWER)
                .listAutonomy(ListAutonomyRequest.getDefaultInstance())
                .getAutonomy(0);
    }

    private AutonomyServiceBlockingStub autonomies(Role role) {
        return AutonomyServiceGrpc.newBlockingStub(gate.calls.channel())
                .withCallCredentials(tokens.as("ada", gate.workspace, role));
    }
}
