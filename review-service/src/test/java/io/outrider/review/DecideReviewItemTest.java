package io.outrider.review;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.outrider.kit.grant.GrantKeys;
import io.outrider.kit.grant.GrantUse;
import io.outrider.kit.grant.GrantVerifier;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.Samples;
import io.outrider.review.v1.ClaimReviewItemRequest;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.ItemState;
import io.outrider.type.v1.LintFinding;
import io.outrider.type.v1.LintSeverity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class DecideReviewItemTest {

    @TestHTTPResource
    URI http;

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
    void grantsExactlyWhatWasAccepted() {
        var item = gate.pending(crm(gate.run));

        var response = gate.calls
                .reviewer("rhea", gate.workspace)
                .decideReviewItem(Gate.accept(item).build());

        assertThat(response.getItem().getState()).isEqualTo(ItemState.ITEM_STATE_ACCEPTED);
        var payload = crm(gate.run).getPayload().toByteArray();
        var claims = verifier()
                .verify(
                        response.getGrant().getJws(),
                        new GrantUse(gate.workspace, "crm.company.upsert", gate.run, "crm:0", payload));
        assertThat(claims.approver()).isEqualTo("rhea");
        assertThat(claims.itemId()).isEqualTo(item.getId());
        assertThat(claims.subject()).isEqualTo("ferrocraft.example");
    }

    @Test
    void returnsTheSameGrantToARepeatedDecision() {
        var decision = Gate.accept(gate.pending(crm(gate.run))).build();
        var first = gate.calls.reviewer("rhea", gate.workspace).decideReviewItem(decision);

        assertThat(gate.calls
                        .reviewer("rhea", gate.workspace)
                        .decideReviewItem(decision)
                        .getGrant())
                .isEqualTo(first.getGrant());
    }

    @Test
    void takesAnotherReviewersEqualDecisionForNoRepeat() {
        var decision = Gate.accept(gate.pending(crm(gate.run))).build();
        gate.calls.reviewer("rhea", gate.workspace).decideReviewItem(decision);

        var other =
                Gate.failure(() -> gate.calls.reviewer("rolf", gate.workspace).decideReviewItem(decision));

        assertThat(GrpcErrors.info(other).getReason()).isEqualTo("REQUEST_ID_REUSED");
    }

    @Test
    void letsOneOfTwoRacingReviewersWin() {
        var item = gate.pending(crm(gate.run));
        var racing = List.of("rhea", "rolf", "rita", "remy").stream()
                .map(name -> CompletableFuture.supplyAsync(() -> {
                    try {
                        gate.calls
                                .reviewer(name, gate.workspace)
                                .decideReviewItem(Gate.accept(item).build());
                        return "OK";
                    } catch (StatusRuntimeException e) {
                        return GrpcErrors.info(e).getReason();
                    }
                }))
                .toList();

        assertThat(racing.stream().map(CompletableFuture::join))
                .containsExactlyInAnyOrder("OK", "ALREADY_DECIDED", "ALREADY_DECIDED", "ALREADY_DECIDED");
    }

    @Test
    void abortsADecisionOnAVersionThatIsGone() {
        var item = gate.pending(crm(gate.run));

        var version = Gate.failure(() -> gate.decide(Gate.accept(item).setVersion(2)));
        var hash = Gate.failure(() -> gate.decide(Gate.accept(item).setPayloadSha256("00")));

        assertThat(List.of(version, hash)).allSatisfy(error -> {
            assertThat(error.getStatus().getCode()).isEqualTo(Code.ABORTED);
            assertThat(GrpcErrors.info(error).getReason()).isEqualTo("STALE_VERSION");
        });
    }

    @Test
    void refusesTheAuthorAsApprover() {
        var item = gate.pending(crm(gate.run));

        var error = Gate.failure(() -> gate.calls
                .reviewer("arthur", gate.workspace)
                .decideReviewItem(Gate.accept(item).build()));

        assertThat(GrpcErrors.info(error).getReason()).isEqualTo("AUTHOR_IS_APPROVER");
    }

    @Test
    void refusesWhoeverDoesNotHoldTheClaim() {
        var item = gate.pending(crm(gate.run));
        var claim = ClaimReviewItemRequest.newBuilder()
                .setItemId(item.getId())
                .setLease(Duration.newBuilder().setSeconds(60))
                .build();
        var claimed = gate.calls
                .reviewer("rolf", gate.workspace)
                .claimReviewItem(claim)
                .getItem();
        assertThat(claimed.getState()).isEqualTo(ItemState.ITEM_STATE_CLAIMED);
        assertThat(claimed.getAssignee()).isEqualTo("rolf");

        assertThat(GrpcErrors.info(Gate.failure(() -> gate.decide(Gate.accept(item))))
                        .getReason())
                .isEqualTo("NOT_CLAIMED_BY_YOU");
        assertThat(GrpcErrors.info(Gate.failure(() ->
                                gate.calls.reviewer("rhea", gate.workspace).claimReviewItem(claim)))
                        .getReason())
                .isEqualTo("NOT_CLAIMED_BY_YOU");
        gate.calls
                .reviewer("rolf", gate.workspace)
                .decideReviewItem(Gate.accept(item).build());
    }

    @Test
    void grantsTheEditedPayload() {
        var item = gate.pending(enrol(gate.run));
        var payload = Samples.payload(Samples.BODY.replace("Shall we talk?", "Could we talk?"));

        var response = gate.calls
                .reviewer("rhea", gate.workspace)
                .decideReviewItem(Gate.accept(item)
                        .setType(DecisionType.DECISION_TYPE_EDIT)
                        .setEditedPayload(payload)
                        .build());

        assertThat(response.getItem().getState()).isEqualTo(ItemState.ITEM_STATE_EDITED);
        assertThat(response.getItem().getVersion()).isEqualTo(2);
        verifier()
                .verify(
                        response.getGrant().getJws(),
                        new GrantUse(gate.workspace, "sequence.enrol", gate.run, "enrol:0", payload.toByteArray()));
        var step = gate.get(item.getId()).getProposal().getSteps(0);
        assertThat(step.getSentences(1).getClaimIdsList()).containsExactly("clm_1");
        assertThat(step.getBody()).contains("Could we talk?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme saved 40% with us.", "Ask {{first_name}}.", "It costs $99."})
    void blocksAnEditThatBringsFactsOfItsOwn(String sentence) {
        var item = gate.pending(enrol(gate.run));
        var payload = Samples.payload(Samples.BODY + " " + sentence);

        var error = Gate.failure(() -> gate.decide(
                Gate.accept(item).setType(DecisionType.DECISION_TYPE_EDIT).setEditedPayload(payload)));

        assertThat(GrpcErrors.info(error).getReason()).isEqualTo("BLOCKED_BY_LINT");
    }

    @Test
    void refusesAnEditThatWritesToSomebodyElse() {
        var item = gate.pending(enrol(gate.run));
        var payload = ByteString.copyFromUtf8(
                Samples.payload(Samples.BODY).toStringUtf8().replace("mara@", "eve@"));

        var error = Gate.failure(() -> gate.decide(
                Gate.accept(item).setType(DecisionType.DECISION_TYPE_EDIT).setEditedPayload(payload)));

        assertThat(error.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(GrpcErrors.violations(error).getFirst().getDescription()).contains("contact.email");
    }

    @Test
    void blocksAcceptingWhatTheLintRefuses() {
        var item = gate.pending(enrol(gate.run)
                .addLint(LintFinding.newBuilder().setRule("TOO_LONG").setSeverity(LintSeverity.LINT_SEVERITY_ERROR)));

        assertThat(GrpcErrors.info(Gate.failure(() -> gate.decide(Gate.accept(item))))
                        .getReason())
                .isEqualTo("BLOCKED_BY_LINT");
        assertThat(GrpcErrors.info(
                                Gate.failure(() -> gate.decide(Gate.accept(item).setOverrideLint(true))))
                        .getMetadataMap())
                .containsEntry("field", "comment");
        var response = gate.calls
                .reviewer("rhea", gate.workspace)
                .decideReviewItem(Gate.accept(item)
                        .setOverrideLint(true)
                        .setComment("Length is fine for this one")
                        .build());
        assertThat(response.hasGrant()).isTrue();
        assertThat(response.getItem().getDecisions(0).getOverrodeLint()).isTrue();
    }

    @Test
    void needsAReasonToReject() {
        var item = gate.pending(crm(gate.run));

        var error = Gate.failure(() -> gate.decide(Gate.accept(item).setType(DecisionType.DECISION_TYPE_REJECT)));

        assertThat(GrpcErrors.info(error).getMetadataMap()).containsEntry("field", "reason");
    }

    private GrantVerifier verifier() {
        var jwks = RestAssured.get(http.resolve("/.well-known/jwks.json")).asString();
        assertThat(jwks).doesNotContain("\"d\"");
        return new GrantVerifier(GrantKeys.in(jwks), Clock.systemUTC());
    }
}
