package io.outrider.review;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;
import static io.outrider.review.fixture.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.Samples;
import io.outrider.review.v1.ClaimReviewItemRequest;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.GetReviewItemRequest;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.ListReviewItemsRequest;
import io.outrider.review.v1.RejectReason;
import io.outrider.review.v1.ReviewItem;
import io.outrider.review.v1.WatchDecisionsRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class ProposeActionTest {

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
    void reviewsEverythingInANewWorkspace() {
        var outcomes = gate.calls
                .service(gate.workspace)
                .proposeAction(request(crm(gate.run), enrol(gate.run)))
                .getOutcomesList();

        assertThat(outcomes).extracting(o -> o.hasPending()).containsExactly(true, true);
        assertThat(outcomes)
                .extracting(o -> o.getPending().getGate())
                .containsExactly(
                        io.outrider.review.v1.Gate.GATE_BATCH_REVIEW, io.outrider.review.v1.Gate.GATE_SPOT_CHECK);
        assertThat(outcomes.getFirst().getReasonsList())
                .extracting(r -> r.getRule())
                .startsWith("review-everything");
        assertThat(outcomes.getFirst().getPolicyVersion()).isEqualTo(1);
    }

    @Test
    void returnsTheStoredOutcomesToARepeat() {
        var request = request(crm(gate.run), enrol(gate.run));
        var first = gate.calls.service(gate.workspace).proposeAction(request);

        assertThat(gate.calls.service(gate.workspace).proposeAction(request)).isEqualTo(first);
        assertThat(gate.calls.service(gate.workspace).proposeAction(request(crm(gate.run), enrol(gate.run))))
                .isEqualTo(first);
        assertThat(gate.open()).hasSize(2);
    }

    @Test
    void makesOneItemOfRacingEqualRequests() {
        var request = request(crm(gate.run), enrol(gate.run));
        var racing = java.util.stream.IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> gate.calls.service(gate.workspace).proposeAction(request)))
                .toList();

        assertThat(racing.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(gate.open()).hasSize(2);
    }

    @Test
    void refusesARequestIdThatWasUsedForAnother() {
        var request = request(crm(gate.run));
        gate.calls.service(gate.workspace).proposeAction(request);

        var error = Gate.failure(() -> gate.calls
                .service(gate.workspace)
                .proposeAction(request.toBuilder().addProposals(enrol(gate.run)).build()));

        assertThat(error.getStatus().getCode()).isEqualTo(Code.ALREADY_EXISTS);
        assertThat(GrpcErrors.info(error).getReason()).isEqualTo("REQUEST_ID_REUSED");
    }

    @Test
    void refusesWhatIsNotInTheCatalogue() {
        var outcome = gate.calls
                .service(gate.workspace)
                .proposeAction(request(crm(gate.run).setActionType("crm.company.delete")))
                .getOutcomes(0);

        assertThat(outcome.getRefused().getCode()).isEqualTo("UNKNOWN_ACTION_TYPE");
    }

    @Test
    void refusesWhatTheDatabaseCannotKeepInText() {
        var type = Gate.failure(() -> gate.propose(crm(gate.run).setActionType("crm.company\0.upsert")));
        var item = gate.pending(crm(gate.run));
        var comment = Gate.failure(() -> gate.decide(Gate.accept(item).setComment("fine\0")));

        assertThat(List.of(type, comment)).allSatisfy(error -> {
            assertThat(error.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
            assertThat(GrpcErrors.info(error).getReason()).isEqualTo("INVALID_FIELD");
        });
    }

    @Test
    void draftsAgainWhatWasSentBack() {
        var item = gate.pending(enrol(gate.run));
        gate.decide(
                Gate.accept(item).setType(DecisionType.DECISION_TYPE_RESPOND).setComment("Shorter, please"));
        var redraft = Samples.payload("Hi Mara,\n\nShall we talk?");

        var outcome = gate.calls
                .service(gate.workspace)
                .proposeAction(request(enrol(gate.run).setPayload(redraft)))
                .getOutcomes(0);

        assertThat(outcome.getItemId()).isEqualTo(item.getId());
        assertThat(outcome.hasPending()).isTrue();
        assertThat(gate.get(item.getId()).getVersion()).isEqualTo(2);
        assertThat(gate.get(item.getId()).getProposal().getPayload()).isEqualTo(redraft);
    }

    @Test
    void hidesItemsOfAnotherWorkspace() {
        var item = gate.pending(crm(gate.run));
        var stranger = gate.calls.reviewer("rhea", Samples.workspace());

        var reads = Gate.failure(() -> stranger.getReviewItem(
                GetReviewItemRequest.newBuilder().setItemId(item.getId()).build()));
        var decides =
                Gate.failure(() -> stranger.decideReviewItem(Gate.accept(item).build()));
        var claims = Gate.failure(() -> stranger.claimReviewItem(
                ClaimReviewItemRequest.newBuilder().setItemId(item.getId()).build()));

        assertThat(List.of(reads, decides, claims))
                .extracting(error -> error.getStatus().getCode())
                .containsOnly(Code.NOT_FOUND);
    }

    @Test
    void listsOpenItemsByPriorityAndPages() {
        for (int i = 0; i < 5; i++) {
            gate.calls.service(gate.workspace).proposeAction(request(crm(gate.run + i), enrol(gate.run + i)));
        }
        var seen = new java.util.ArrayList<ReviewItem>();
        var token = "";
        do {
            var page = gate.calls
                    .reviewer("rhea", gate.workspace)
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
        gate.decide(Gate.accept(gate.pending(crm(gate.run))));
        gate.decide(Gate.accept(gate.pending(enrol(gate.run)))
                .setType(DecisionType.DECISION_TYPE_REJECT)
                .setReason(RejectReason.REJECT_REASON_TONE)
                .setComment("Too loud"));

        var all = gate.calls.service(gate.workspace).watchDecisions(WatchDecisionsRequest.getDefaultInstance());
        var accepted = all.next();
        var rejected = all.next();
        assertThat(accepted.getState()).isEqualTo(ItemState.ITEM_STATE_ACCEPTED);
        assertThat(accepted.getGrant().getJws()).isNotEmpty();
        assertThat(rejected.getReason()).isEqualTo(RejectReason.REJECT_REASON_TONE);
        assertThat(rejected.getRunId()).isEqualTo(gate.run);

        var rest = gate.calls
                .service(gate.workspace)
                .watchDecisions(WatchDecisionsRequest.newBuilder()
                        .setAfterCursor(accepted.getCursor())
                        .build());
        assertThat(rest.next()).isEqualTo(rejected);
        assertThat(accepted.getCursor()).isLessThan(rejected.getCursor());
    }
}
