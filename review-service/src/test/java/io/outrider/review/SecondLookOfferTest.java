package io.outrider.review;

import static io.outrider.review.fixture.Gate.accept;
import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.SecondLooking;
import io.outrider.review.fixture.SecondLooks;
import io.outrider.review.queue.Plants;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.ReviewItem;
import io.outrider.review.v1.Risk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is offered what for a second look. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class SecondLookOfferTest {

    @TestHTTPResource
    URI http;

    @Inject
    Pool pool;

    TestTokens tokens;

    private SecondLooks looks;
    private SecondLooking rob;

    @BeforeEach
    void open() {
        looks = new SecondLooks(http, tokens);
        rob = looks.by("rob");
    }

    @AfterEach
    void close() {
        looks.close();
    }

    @Test
    void offersWhatOnePersonDecidedToAnotherOnly() {
        var item = looks.item();
        assertThat(rob.offers(item.getId())).as("still open").isFalse();
        looks.gate.decide(accept(item));

        assertThat(rob.offers(item.getId())).isTrue();
        for (var other : new String[] {"rhea", "arthur"}) {
            var looking = looks.by(other);
            assertThat(looking.offers(item.getId())).as(other).isFalse();
            assertThat(looking.page(item.getId()).statusCode()).as(other).isEqualTo(404);
            assertThat(looking.answer(item.getId(), 1, "ACCEPT").statusCode())
                    .as(other)
                    .isEqualTo(404);
        }
    }

    @Test
    void leavesOutWhatIsHeldSentBackDecidedByTwoOrTooOld() {
        var held = looks.item();
        looks.gate.decide(accept(held).setHold(Duration.newBuilder().setSeconds(60)));
        var back = looks.item();
        looks.gate.decide(
                accept(back).setType(DecisionType.DECISION_TYPE_RESPOND).setComment("Shorter"));
        var old = looks.accepted();
        pool.preparedQuery("update item_decision set decide_time = decide_time - interval '15 days' where item_id = $1")
                .executeAndAwait(Tuple.of(old.getId()));
        looks.gate.update(policy -> policy.getRulesBuilderList().forEach(rule -> rule.setRequiredApprovals(2)));
        var two = looks.gate.pending(
                enrol(looks.gate.run + "two").setRisk(Risk.newBuilder().setAffectedCount(900)));
        looks.gate.decide(accept(two));
        looks.gate
                .calls
                .reviewer("ria", looks.gate.workspace)
                .decideReviewItem(accept(two).build());
        assertThat(looks.gate.get(two.getId()).getState()).isEqualTo(ItemState.ITEM_STATE_ACCEPTED);

        for (var item : new ReviewItem[] {held, back, old, two}) {
            assertThat(rob.offers(item.getId())).isFalse();
            assertThat(rob.answer(item.getId(), 1, "ACCEPT").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void leavesOutWhatWasPlanted() {
        var pair = Plants.in(looks.gate, Plants::company).pair();
        looks.gate.decide(accept(pair.planted()));
        looks.gate.decide(accept(pair.real()));
        assertThat(rob.answer(pair.planted().getId(), 1, "ACCEPT").statusCode()).isEqualTo(404);
        assertThat(rob.page(pair.real().getId()).statusCode()).isEqualTo(200);
    }

    @Test
    void drawsNothingAtARateOfNothing() {
        var item = looks.accepted();
        looks.drawing(0);
        assertThat(rob.offers(item.getId())).isFalse();
        assertThat(rob.answer(item.getId(), 1, "ACCEPT").statusCode()).isEqualTo(404);
    }

    /** What the one draws is told by DrawTest: a little less. */
    @Test
    void offersWhatIsDrawnAndNoMore() {
        looks.drawing(0.09);
        var drawn = looks.gate.pending(crm("run_1"));
        var left = looks.gate.pending(crm("run_2"));
        looks.gate.decide(accept(drawn));
        looks.gate.decide(accept(left));

        assertThat(rob.offers(drawn.getId())).isTrue();
        assertThat(rob.offers(left.getId())).isFalse();
        assertThat(rob.answer(left.getId(), 1, "ACCEPT").statusCode()).isEqualTo(404);
    }
}
