package io.outrider.review;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.grpc.Status.Code;
import io.outrider.kit.id.Ids;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.Meanwhile;
import io.outrider.review.fixture.Samples;
import io.outrider.review.v1.CheckGrantsRequest;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.GrantCheck;
import io.outrider.review.v1.GrantStatus;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.ListAuditEventsRequest;
import io.outrider.review.v1.Proposal;
import io.outrider.review.v1.ReviewItem;
import io.outrider.review.v1.ReviewServiceGrpc;
import io.outrider.review.v1.ReviseProposalRequest;
import io.outrider.review.v1.RevokeGrantRequest;
import io.outrider.review.v1.RevokeGrantResponse;
import io.outrider.review.v1.WithdrawProposalsRequest;
import io.outrider.type.v1.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run takes its proposals back, drafts again what was sent back, and asks before it acts. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class WithdrawAndReviseTest {

    private static final ByteString OTHER =
            ByteString.copyFromUtf8("{\"domain\":\"ferrocraft.example\",\"name\":\"Ferrocraft BV\"}");

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
    void closesWhatIsOpenAndRevokesWhatIsUnused() {
        var open = gate.pending(enrol(gate.run));
        var used = grantOf(crm(gate.run).setKey("crm:used"));
        var unused = grantOf(crm(gate.run).setKey("crm:unused"));
        var request = WithdrawProposalsRequest.newBuilder()
                .setRequestId(Ids.next("req"))
                .setRunId(gate.run)
                .setReason("Cancelled by ann")
                .addUsedGrantIds(used)
                .build();

        var withdrawn = gate.calls.service(gate.workspace).withdrawProposals(request);
        var again = gate.calls.service(gate.workspace).withdrawProposals(request);

        assertThat(withdrawn.getSupersededItemIdsList()).containsExactly(open.getId());
        assertThat(withdrawn.getRevokedGrantIdsList()).containsExactly(unused);
        assertThat(again.getSupersededItemIdsList()).isEmpty();
        assertThat(gate.get(open.getId()).getState()).isEqualTo(ItemState.ITEM_STATE_SUPERSEDED);
        assertThat(check(used, unused, "grt_nobodys"))
                .containsExactly(
                        GrantStatus.GRANT_STATUS_VALID,
                        GrantStatus.GRANT_STATUS_REVOKED,
                        GrantStatus.GRANT_STATUS_UNKNOWN);
        var late = Gate.failure(() -> gate.decide(Gate.accept(open)));
        assertThat(GrpcErrors.info(late).getReason()).isEqualTo("ALREADY_DECIDED");
        assertThat(gate.verify(null).getIntact()).isTrue();
    }

    @Test
    void stopsGrantsByTheKillSwitch() {
        var grant = grantOf(crm(gate.run));

        gate.update(policy -> policy.setKillSwitch(true));

        assertThat(check(grant)).containsExactly(GrantStatus.GRANT_STATUS_KILL_SWITCH);
    }

    @Test
    void namesTheKillSwitchBeforeAllElse() {
        var grant = grantOf(crm(gate.run));
        revoke(grant);

        gate.update(policy -> policy.setKillSwitch(true));

        assertThat(check(grant)).containsExactly(GrantStatus.GRANT_STATUS_KILL_SWITCH);
    }

    @Test
    void letsAnOperatorRevoke() {
        var grant = grantOf(crm(gate.run));

        assertThat(revoke(grant).getStatus()).isEqualTo(GrantStatus.GRANT_STATUS_REVOKED);
        assertThat(check(grant)).containsExactly(GrantStatus.GRANT_STATUS_REVOKED);
        assertThat(Gate.failure(() -> revoke("grt_nobodys")).getStatus().getCode())
                .isEqualTo(Code.NOT_FOUND);
    }

    @Test
    void putsANewDraftBeforeAPerson() {
        var item = sentBack("Shorter, please.");
        var shorter = enrol(gate.run).setPayload(Samples.payload("Hi Mara. Shall we talk?"));

        var revised = gate.calls.service(gate.workspace).reviseProposal(revision(item, shorter));

        assertThat(revised.getVersion()).isEqualTo(item.getVersion() + 1);
        var shown = gate.get(item.getId());
        assertThat(shown.getState()).isEqualTo(ItemState.ITEM_STATE_PENDING);
        assertThat(shown.getInstruction()).isEqualTo("Shorter, please.");
        assertThat(shown.getProposal().getPayload()).isEqualTo(shorter.getPayload());
    }

    @Test
    void neverGrantsWhatAPersonSentBack() {
        var item = gate.pending(crm(gate.run));
        gate.decide(respond(item, "Another name."));
        gate.letPass();

        var revised = gate.calls.service(gate.workspace).reviseProposal(revision(item, crm(gate.run)));

        assertThat(revised.getOutcome().hasPending()).isTrue();
    }

    @Test
    void neverGrantsItWhereItIsProposedAgain() {
        var item = gate.pending(crm(gate.run));
        gate.decide(respond(item, "Another name."));
        gate.letPass();

        var again = gate.propose(crm(gate.run).setPayload(OTHER));

        assertThat(again.getItemId()).isEqualTo(item.getId());
        assertThat(again.hasPending()).isTrue();
        assertThat(again.getReasons(0).getRule()).isEqualTo("sent-back");
        assertThat(gate.get(item.getId()).getVersion()).isEqualTo(2);
    }

    /** The new draft comes while the withdrawal commits: the item stays withdrawn. */
    @Test
    void doesNotOpenWhatIsWithdrawnAtTheSameTime() throws SQLException {
        var item = gate.pending(crm(gate.run));
        gate.decide(respond(item, "Another name."));

        Meanwhile.commits(
                "update item set state = 'SUPERSEDED' where id = '" + item.getId() + "'",
                () -> gate.propose(crm(gate.run).setPayload(OTHER)));

        assertThat(gate.get(item.getId()).getState()).isEqualTo(ItemState.ITEM_STATE_SUPERSEDED);
        assertThat(gate.get(item.getId()).getVersion()).isEqualTo(1);
    }

    @Test
    void countsTheVolumeOfTheDayForANewDraft() {
        var item = gate.pending(enrol(gate.run));
        gate.decide(respond(item, "Shorter."));
        gate.acceptById(gate.pending(enrol(gate.run + "b")).getId());
        gate.update(policy -> policy.getRulesBuilderList().forEach(rule -> rule.setHighBlastVolume(1)));

        var revised = gate.calls.service(gate.workspace).reviseProposal(revision(item, enrol(gate.run)));

        assertThat(revised.getOutcome().getPending().getGate()).isEqualTo(io.outrider.review.v1.Gate.GATE_MANDATORY);
        assertThat(revised.getOutcome().getReasonsList())
                .extracting(reason -> reason.getRule())
                .contains("blast:volume");
        var proposed = gate.calls
                .auditor(gate.workspace)
                .listAuditEvents(ListAuditEventsRequest.newBuilder()
                        .setItemId(item.getId())
                        .build())
                .getEvents(0);
        assertThat(proposed.getKind()).isEqualTo("PROPOSED");
        assertThat(proposed.getDetail()).contains("blast:volume").contains("MANDATORY");
    }

    @Test
    void refusesADraftThatNobodyAskedFor() {
        var item = gate.pending(enrol(gate.run));
        var unasked =
                Gate.failure(() -> gate.calls.service(gate.workspace).reviseProposal(revision(item, enrol(gate.run))));
        var stale = sentBack("Warmer.").toBuilder().setVersion(7).build();
        var late =
                Gate.failure(() -> gate.calls.service(gate.workspace).reviseProposal(revision(stale, enrol(gate.run))));

        assertThat(GrpcErrors.info(unasked).getReason()).isEqualTo("NOT_AWAITING_DRAFT");
        assertThat(GrpcErrors.info(late).getReason()).isEqualTo("STALE_VERSION");
    }

    private ReviewItem sentBack(String instruction) {
        var item = gate.pending(enrol(gate.run));
        gate.decide(respond(item, instruction));
        return gate.get(item.getId());
    }

    private static io.outrider.review.v1.DecideReviewItemRequest.Builder respond(ReviewItem item, String instruction) {
        return Gate.accept(item).setType(DecisionType.DECISION_TYPE_RESPOND).setComment(instruction);
    }

    private static ReviseProposalRequest revision(ReviewItem item, Proposal.Builder proposal) {
        return ReviseProposalRequest.newBuilder()
                .setRequestId(Ids.next("req"))
                .setItemId(item.getId())
                .setVersion(item.getVersion())
                .setProposal(proposal)
                .build();
    }

    private String grantOf(Proposal.Builder proposal) {
        return gate.acceptById(gate.pending(proposal).getId()).getGrant().getId();
    }

    private List<GrantStatus> check(String... ids) {
        return gate
                .calls
                .service(gate.workspace)
                .checkGrants(CheckGrantsRequest.newBuilder()
                        .addAllGrantIds(List.of(ids))
                        .build())
                .getChecksList()
                .stream()
                .map(GrantCheck::getStatus)
                .toList();
    }

    private RevokeGrantResponse revoke(String grantId) {
        return ReviewServiceGrpc.newBlockingStub(gate.calls.channel())
                .withCallCredentials(tokens.as("olga", gate.workspace, Role.ROLE_OPERATOR))
                .revokeGrant(RevokeGrantRequest.newBuilder()
                        .setRequestId(Ids.next("req"))
                        .setGrantId(grantId)
                        .setReason("Wrong account")
                        .build());
    }
}
