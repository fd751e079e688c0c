package io.outrider.review;

import static io.outrider.review.fixture.Gate.accept;
import static io.outrider.review.fixture.Samples.crm;
import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.ProposalOutcome;
import io.outrider.review.v1.RejectReason;
import io.outrider.review.v1.ReviewItem;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A level that the policy gives to a kind which people have decided on before. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class StartLevelTest {

    /** After a bad label so many are all reviewed, whatever the level. */
    private static final int TIGHT = 7;

    TestTokens tokens;

    private Gate gate;
    private int proposed;

    @BeforeEach
    void connect() {
        gate = new Gate(tokens);
        gate.update(policy -> policy.setReviewEverything(false));
    }

    @AfterEach
    void disconnect() {
        gate.close();
    }

    @Test
    void appliesAtOnceWherePeopleHaveAcceptedBefore() {
        accepted(3);
        gate.letPass();
        assertThat(next().hasGranted()).isTrue();
    }

    @Test
    void letsNothingPassForSevenItemsAfterOneThatWasRejected() {
        rejected(1);
        gate.letPass();
        accepted(TIGHT);
        assertThat(next().hasGranted()).isTrue();
    }

    @Test
    void doesNotApplyWhileTheRecordWouldLoseIt() {
        rejected(3);
        gate.letPass();
        assertThat(reasons(pending())).contains("autonomy-not-earned");
        accepted(TIGHT);
        assertThat(next().hasGranted()).isTrue();
    }

    private void accepted(int items) {
        for (int i = 0; i < items; i++) {
            gate.decide(accept(pending()));
        }
    }

    private void rejected(int items) {
        for (int i = 0; i < items; i++) {
            gate.decide(accept(pending())
                    .setType(DecisionType.DECISION_TYPE_REJECT)
                    .setReason(RejectReason.REJECT_REASON_TONE));
        }
    }

    private static String reasons(ReviewItem item) {
        return item.getReasonsList().toString();
    }

    private ReviewItem pending() {
        return gate.pending(crm(gate.run + "n" + proposed++));
    }

    private ProposalOutcome next() {
        return gate.propose(crm(gate.run + "n" + proposed++));
    }
}
