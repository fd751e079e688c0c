package io.outrider.review;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;
import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.id.Ids;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.v1.ClaimReviewItemRequest;
import io.outrider.review.v1.EffectOutcome;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.Lane;
import io.outrider.review.v1.ListReviewItemsRequest;
import io.outrider.review.v1.ReportOutcomeRequest;
import io.outrider.review.v1.ReviewItem;
import io.outrider.review.v1.Risk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each filter of the list finds what it names, and nothing else. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class ListItemsTest {

    TestTokens tokens;

    private Gate gate;
    private ReviewItem company;
    private ReviewItem partial;
    private ReviewItem mandatory;

    @BeforeEach
    void connect() {
        gate = new Gate(tokens);
        var foundry = crm(gate.run);
        foundry.getOriginBuilder().setSegmentId("foundries");
        company = gate.pending(foundry);
        partial = gate.pending(crm(gate.run + "p").setRisk(Risk.newBuilder().setPartial(true)));
        mandatory = gate.pending(enrol(gate.run + "m").setRisk(Risk.newBuilder().setNewSegment(true)));
    }

    @AfterEach
    void disconnect() {
        gate.close();
    }

    @Test
    void findsALane() {
        assertThat(ids(ListReviewItemsRequest.newBuilder().setLane(Lane.LANE_BATCH)))
                .containsExactly(company.getId());
        assertThat(ids(ListReviewItemsRequest.newBuilder().setLane(Lane.LANE_PARTIAL)))
                .containsExactly(partial.getId());
        assertThat(ids(ListReviewItemsRequest.newBuilder().setLane(Lane.LANE_MANDATORY)))
                .containsExactly(mandatory.getId());
        assertThat(ids(ListReviewItemsRequest.newBuilder().setLane(Lane.LANE_SPOT_CHECK)))
                .isEmpty();
    }

    @Test
    void findsASegmentAndARule() {
        assertThat(ids(ListReviewItemsRequest.newBuilder().setSegmentId("foundries")))
                .containsExactly(company.getId());
        assertThat(ids(ListReviewItemsRequest.newBuilder().setRule("blast:new-segment")))
                .containsExactly(mandatory.getId());
        assertThat(ids(ListReviewItemsRequest.newBuilder().setRule("review-everything")))
                .hasSize(3);
    }

    @Test
    void findsWhatSomebodyHolds() {
        gate.calls
                .reviewer("rhea", gate.workspace)
                .claimReviewItem(ClaimReviewItemRequest.newBuilder()
                        .setItemId(partial.getId())
                        .build());

        assertThat(ids(ListReviewItemsRequest.newBuilder().setAssignee("rhea"))).containsExactly(partial.getId());
        assertThat(ids(ListReviewItemsRequest.newBuilder().setAssignee("rob"))).isEmpty();
        assertThat(ids(ListReviewItemsRequest.newBuilder().addStates(ItemState.ITEM_STATE_CLAIMED)))
                .containsExactly(partial.getId());
        assertThat(ids(ListReviewItemsRequest.newBuilder().addStates(ItemState.ITEM_STATE_PENDING)))
                .containsExactlyInAnyOrder(company.getId(), mandatory.getId());
    }

    @Test
    void findsWhatNobodyKnowsTheOutcomeOf() {
        gate.acceptById(company.getId());
        gate.calls
                .service(gate.workspace)
                .reportOutcome(ReportOutcomeRequest.newBuilder()
                        .setRequestId(Ids.next("req"))
                        .setItemId(company.getId())
                        .setOutcome(EffectOutcome.EFFECT_OUTCOME_UNKNOWN)
                        .build());

        assertThat(ids(ListReviewItemsRequest.newBuilder().setLane(Lane.LANE_UNKNOWN_OUTCOME)))
                .containsExactly(company.getId());
    }

    private List<String> ids(ListReviewItemsRequest.Builder request) {
        return gate.calls.service(gate.workspace).listReviewItems(request.build()).getItemsList().stream()
                .map(ReviewItem::getId)
                .toList();
    }
}
