package io.outrider.review;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;
import static io.outrider.review.fixture.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.outrider.kit.grant.GrantKeys;
import io.outrider.kit.grant.GrantUse;
import io.outrider.kit.grant.GrantVerifier;
import io.outrider.kit.id.Ids;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Calls;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.Samples;
import io.outrider.review.v1.ClaimReviewItemRequest;
import io.outrider.review.v1.DecideReviewItemRequest;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.Gate;
import io.outrider.review.v1.GetReviewItemRequest;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.ListReviewItemsRequest;
import io.outrider.review.v1.RejectReason;
import io.outrider.review.v1.ReviewItem;
import io.outrider.review.v1.WatchDecisionsRequest;
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
class ReviewGrpcServiceTest {

    @TestHTTPResource
    URI http;

    TestTokens tokens;

    private final String workspace = Samples.workspace();
    private final String run = Ids.next("run");
    private Calls calls;

    @BeforeEach
    void connect() {
        calls = new Calls(tokens);
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @Test
    void reviewsEverythingInANewWorkspace() {
        var outcomes = calls.service(workspace)
                .proposeAction(request(crm(run), enrol(run)))
                .getOutcomesList();

        assertThat(outcomes).extracting(o -> o.hasPending()).containsExactly(true, true);
        assertThat(outcomes)
                .extracting(o -> o.getPending().getGate())
                .containsExactly(Gate.GATE_BATCH_REVIEW, Gate.GATE_SPOT_CHECK);
        assertThat(outcomes.getFirst().getReasonsList())
                .extracting(r -> r.getRule())
                .startsWith("review-everything");
        assertThat(outcomes.getFirst().getPolicyVersion()).isEqualTo(1);
    }

    @Test
    void returnsTheStoredOutcomesToARepeat() {
        var request = request(crm(run), enrol(run));
        var first = calls.service(workspace).proposeAction(request);

        assertThat(calls.service(workspace).proposeAction(request)).isEqualTo(first);
        assertThat(calls.service(workspace).proposeAction(request(crm(run), enrol(run))))
                .isEqualTo(first);
        assertThat(open()).hasSize(2);
    }

    @Test
    void makesOneItemOfRacingEqualRequests() {
        var request = request(crm(run), enrol(run));
        var racing = java.util.stream.IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> calls.service(workspace).proposeAction(request)))
                .toList();

        assertThat(racing.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(open()).hasSize(2);
    }

    @Test
    void refusesARequestIdThatWasUsedForAnother() {
        var request = request(crm(run));
        calls.service(workspace).proposeAction(request);

        var error = failure(() -> calls.service(workspace)
                .proposeAction(request.toBuilder().addProposals(enrol(run)).build()));

        assertThat(error.getStatus().getCode()).isEqualTo(Code.ALREADY_EXISTS);
        assertThat(GrpcErrors.info(error).getReason()).isEqualTo("REQUEST_ID_REUSED");
    }

    @Test
    void refusesWhatIsNotInTheCatalogue() {
        var outcome = calls.service(workspace)
                .proposeAction(request(crm(run).setActionType("crm.company.delete")))
                .getOutcomes(0);

        assertThat(outcome.getRefused().getCode()).isEqualTo("UNKNOWN_ACTION_TYPE");
    }

    @Test
    void grantsExactlyWhatWasAccepted() {
        var item = pending(crm(run));

        var response =
                calls.reviewer("rhea", workspace).decideReviewItem(accept(item).build());

        assertThat(response.getItem().getState()).isEqualTo(ItemState.ITEM_STATE_ACCEPTED);
        var payload = crm(run).getPayload().toByteArray();
        var claims = verifier()
                .verify(
                        response.getGrant().getJws(),
                        new GrantUse(workspace, "crm.company.upsert", run, "crm:0", payload));
        assertThat(claims.approver()).isEqualTo("rhea");
        assertThat(claims.itemId()).isEqualTo(item.getId());
        assertThat(claims.subject()).isEqualTo("ferrocraft.example");
    }

    @Test
    void returnsTheSameGrantToARepeatedDecision() {
        var decision = accept(pending(crm(run))).build();
        var first = calls.reviewer("rhea", workspace).decideReviewItem(decision);

        assertThat(calls.reviewer("rhea", workspace).decideReviewItem(decision).getGrant())
                .isEqualTo(first.getGrant());
    }

    @Test
    void letsOneOfTwoRacingReviewersWin() {
        var item = pending(crm(run));
        var racing = List.of("rhea", "rolf", "rita", "remy").stream()
                .map(name -> CompletableFuture.supplyAsync(() -> {
                    try {
                        calls.reviewer(name, workspace)
                                .decideReviewItem(accept(item).build());
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
        var item = pending(crm(run));

        var version = failure(() -> decide(accept(item).setVersion(2)));
        var hash = failure(() -> decide(accept(item).setPayloadSha256("00")));

        assertThat(List.of(version, hash)).allSatisfy(error -> {
            assertThat(error.getStatus().getCode()).isEqualTo(Code.ABORTED);
            assertThat(GrpcErrors.info(error).getReason()).isEqualTo("STALE_VERSION");
        });
    }

    @Test
    void refusesTheAuthorAsApprover() {
        var item = pending(crm(run));

        var error = failure(() -> calls.reviewer("arthur", workspace)
                .decideReviewItem(accept(item).build()));

        assertThat(GrpcErrors.info(error).getReason()).isEqualTo("AUTHOR_IS_APPROVER");
    }

    @Test
    void refusesWhoeverDoesNotHoldTheClaim() {
        var item = pending(crm(run));
        var claim = ClaimReviewItemRequest.newBuilder()
                .setItemId(item.getId())
                .setLease(Duration.newBuilder().setSeconds(60))
                .build();
        var claimed = calls.reviewer("rolf", workspace).claimReviewItem(claim).getItem();
        assertThat(claimed.getState()).isEqualTo(ItemState.ITEM_STATE_CLAIMED);
        assertThat(claimed.getAssignee()).isEqualTo("rolf");

        assertThat(GrpcErrors.info(failure(() -> decide(accept(item)))).getReason())
                .isEqualTo("NOT_CLAIMED_BY_YOU");
        assertThat(GrpcErrors.info(
                                failure(() -> calls.reviewer("rhea", workspace).claimReviewItem(claim)))
                        .getReason())
                .isEqualTo("NOT_CLAIMED_BY_YOU");
        calls.reviewer("rolf", workspace).decideReviewItem(accept(item).build());
    }

    @Test
    void grantsTheEditedPayload() {
        var item = pending(enrol(run));
        var payload = Samples.payload(Samples.BODY.replace("Shall we talk?", "Could we talk?"));

        var response = calls.reviewer("rhea", workspace)
                .decideReviewItem(accept(item)
                        .setType(DecisionType.DECISION_TYPE_EDIT)
                        .setEditedPayload(payload)
                        .build());

        assertThat(response.getItem().getState()).isEqualTo(ItemState.ITEM_STATE_EDITED);
        assertThat(response.getItem().getVersion()).isEqualTo(2);
        verifier()
                .verify(
                        response.getGrant().getJws(),
                        new GrantUse(workspace, "sequence.enrol", run, "enrol:0", payload.toByteArray()));
        var step = get(item.getId()).getProposal().getSteps(0);
        assertThat(step.getSentences(1).getClaimIdsList()).containsExactly("clm_1");
        assertThat(step.getBody()).contains("Could we talk?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme saved 40% with us.", "Ask {{first_name}}.", "It costs $99."})
    void blocksAnEditThatBringsFactsOfItsOwn(String sentence) {
        var item = pending(enrol(run));
        var payload = Samples.payload(Samples.BODY + " " + sentence);

        var error = failure(() ->
                decide(accept(item).setType(DecisionType.DECISION_TYPE_EDIT).setEditedPayload(payload)));

        assertThat(GrpcErrors.info(error).getReason()).isEqualTo("BLOCKED_BY_LINT");
    }

    @Test
    void refusesAnEditThatWritesToSomebodyElse() {
        var item = pending(enrol(run));
        var payload = ByteString.copyFromUtf8(
                Samples.payload(Samples.BODY).toStringUtf8().replace("mara@", "eve@"));

        var error = failure(() ->
                decide(accept(item).setType(DecisionType.DECISION_TYPE_EDIT).setEditedPayload(payload)));

        assertThat(error.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(GrpcErrors.violations(error).getFirst().getDescription()).contains("contact.email");
    }

    @Test
    void blocksAcceptingWhatTheLintRefuses() {
        var item = pending(enrol(run)
                .addLint(LintFinding.newBuilder().setRule("TOO_LONG").setSeverity(LintSeverity.LINT_SEVERITY_ERROR)));

        assertThat(GrpcErrors.info(failure(() -> decide(accept(item)))).getReason())
                .isEqualTo("BLOCKED_BY_LINT");
        assertThat(GrpcErrors.info(failure(() -> decide(accept(item).setOverrideLint(true))))
                        .getMetadataMap())
                .containsEntry("field", "comment");
        var response = calls.reviewer("rhea", workspace)
                .decideReviewItem(accept(item)
                        .setOverrideLint(true)
                        .setComment("Length is fine for this one")
                        .build());
        assertThat(response.hasGrant()).isTrue();
        assertThat(response.getItem().getDecisions(0).getOverrodeLint()).isTrue();
    }

    @Test
    void needsAReasonToReject() {
        var item = pending(crm(run));

        var error = failure(() -> decide(accept(item).setType(DecisionType.DECISION_TYPE_REJECT)));

        assertThat(GrpcErrors.info(error).getMetadataMap()).containsEntry("field", "reason");
    }

    @Test
    void draftsAgainWhatWasSentBack() {
        var item = pending(enrol(run));
        decide(accept(item).setType(DecisionType.DECISION_TYPE_RESPOND).setComment("Shorter, please"));
        var redraft = Samples.payload("Hi Mara,\n\nShall we talk?");

        var outcome = calls.service(workspace)
                .proposeAction(request(enrol(run).setPayload(redraft)))
                .getOutcomes(0);

        assertThat(outcome.getItemId()).isEqualTo(item.getId());
        assertThat(outcome.hasPending()).isTrue();
        assertThat(get(item.getId()).getVersion()).isEqualTo(2);
        assertThat(get(item.getId()).getProposal().getPayload()).isEqualTo(redraft);
    }

    @Test
    void hidesItemsOfAnotherWorkspace() {
        var item = pending(crm(run));
        var stranger = calls.reviewer("rhea", Samples.workspace());

        var reads = failure(() -> stranger.getReviewItem(
                GetReviewItemRequest.newBuilder().setItemId(item.getId()).build()));
        var decides = failure(() -> stranger.decideReviewItem(accept(item).build()));
        var claims = failure(() -> stranger.claimReviewItem(
                ClaimReviewItemRequest.newBuilder().setItemId(item.getId()).build()));

        assertThat(List.of(reads, decides, claims))
                .extracting(error -> error.getStatus().getCode())
                .containsOnly(Code.NOT_FOUND);
    }

    @Test
    void listsOpenItemsByPriorityAndPages() {
        for (int i = 0; i < 5; i++) {
            calls.service(workspace).proposeAction(request(crm(run + i), enrol(run + i)));
        }
        var seen = new java.util.ArrayList<ReviewItem>();
        var token = "";
        do {
            var page = calls.reviewer("rhea", workspace)
                    .listReviewItems(ListReviewItemsRequest.newBuilder()
                            .setPageSize(3)
                            .setPageToken(token)
                            .build());
            assertThat(page.getOpenCount()).isEqualTo(10);
            seen.addAll(page.getItemsList());
            token = page.getNextPageToken();
        } while (!token.isEmpty());

        assertThat(seen).hasSize(10).extracting(ReviewItem::getId).doesNotHaveDuplicates();
        assertThat(seen).extracting(ReviewItem::getPriority).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(seen)
                .allSatisfy(item -> assertThat(item.getProposal().getPayload()).isEmpty());
    }

    @Test
    void streamsDecisionsFromACursor() {
        decide(accept(pending(crm(run))));
        decide(accept(pending(enrol(run)))
                .setType(DecisionType.DECISION_TYPE_REJECT)
                .setReason(RejectReason.REJECT_REASON_TONE)
                .setComment("Too loud"));

        var all = calls.service(workspace).watchDecisions(WatchDecisionsRequest.getDefaultInstance());
        var accepted = all.next();
        var rejected = all.next();
        assertThat(accepted.getState()).isEqualTo(ItemState.ITEM_STATE_ACCEPTED);
        assertThat(accepted.getGrant().getJws()).isNotEmpty();
        assertThat(rejected.getReason()).isEqualTo(RejectReason.REJECT_REASON_TONE);
        assertThat(rejected.getRunId()).isEqualTo(run);

        var rest = calls.service(workspace)
                .watchDecisions(WatchDecisionsRequest.newBuilder()
                        .setAfterCursor(accepted.getCursor())
                        .build());
        assertThat(rest.next()).isEqualTo(rejected);
        assertThat(accepted.getCursor()).isLessThan(rejected.getCursor());
    }

    private ReviewItem pending(io.outrider.review.v1.Proposal.Builder proposal) {
        var outcome = calls.service(workspace).proposeAction(request(proposal)).getOutcomes(0);
        assertThat(outcome.hasPending()).isTrue();
        return get(outcome.getItemId());
    }

    private ReviewItem get(String id) {
        return calls.service(workspace)
                .getReviewItem(GetReviewItemRequest.newBuilder().setItemId(id).build())
                .getItem();
    }

    private List<ReviewItem> open() {
        return calls.service(workspace)
                .listReviewItems(ListReviewItemsRequest.getDefaultInstance())
                .getItemsList();
    }

    private static DecideReviewItemRequest.Builder accept(ReviewItem item) {
        return DecideReviewItemRequest.newBuilder()
                .setRequestId(Ids.next("req"))
                .setItemId(item.getId())
                .setVersion(item.getVersion())
                .setPayloadSha256(item.getPayloadSha256())
                .setType(DecisionType.DECISION_TYPE_ACCEPT);
    }

    private void decide(DecideReviewItemRequest.Builder decision) {
        calls.reviewer("rhea", workspace).decideReviewItem(decision.build());
    }

    private GrantVerifier verifier() {
        var jwks = RestAssured.get(http.resolve("/.well-known/jwks.json")).asString();
        assertThat(jwks).doesNotContain("\"d\"");
        return new GrantVerifier(GrantKeys.in(jwks), Clock.systemUTC());
    }

    private static StatusRuntimeException failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(StatusRuntimeException.class, call);
    }
}
