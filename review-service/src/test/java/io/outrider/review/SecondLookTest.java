package io.outrider.review;

import static io.outrider.review.fixture.Gate.accept;
import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.Duration;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.Samples;
import io.outrider.review.fixture.SecondLooking;
import io.outrider.review.queue.Plants;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.GetReviewerQualityRequest;
import io.outrider.review.v1.GetReviewerQualityResponse;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.PairAgreement;
import io.outrider.review.v1.QualityServiceGrpc;
import io.outrider.review.v1.RejectReason;
import io.outrider.review.v1.ReviewItem;
import io.outrider.review.v1.Risk;
import io.outrider.type.v1.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A second person judges what one has decided, without knowing how. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class SecondLookTest {

    @TestHTTPResource
    URI http;

    @Inject
    Pool pool;

    TestTokens tokens;

    private Gate gate;
    private SecondLooking rob;
    private int proposed;

    @BeforeEach
    void open() {
        gate = new Gate(tokens);
        gate.update(policy -> policy.setSecondLookRate(1));
        rob = new SecondLooking("rob", gate.workspace, http, tokens);
    }

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void offersWhatOnePersonDecidedToAnotherOnly() {
        var item = item();
        assertThat(rob.offers(item.getId())).as("still open").isFalse();
        gate.decide(accept(item));

        assertThat(rob.offers(item.getId())).isTrue();
        for (var other : new String[] {"rhea", "arthur"}) {
            var looking = new SecondLooking(other, gate.workspace, http, tokens);
            assertThat(looking.offers(item.getId())).as(other).isFalse();
            assertThat(looking.page(item.getId()).statusCode()).as(other).isEqualTo(404);
            assertThat(looking.answer(item.getId(), 1, "ACCEPT").statusCode())
                    .as(other)
                    .isEqualTo(404);
        }
    }

    @Test
    void showsNothingOfTheFirstDecision() {
        var item = item();
        gate.decide(accept(item)
                .setType(DecisionType.DECISION_TYPE_REJECT)
                .setReason(RejectReason.REJECT_REASON_WRONG_FACT)
                .setComment("The foundry is in Bruges"));

        var main = rob.page(item.getId()).asString().replaceAll("(?s).*<main|<select.*?</select>", "");
        assertThat(main)
                .contains("Ferrocraft", "crm.company.upsert", item.getPayloadSha256())
                .doesNotContainIgnoringCase("rhea")
                .doesNotContainIgnoringCase("rejected")
                .doesNotContainIgnoringCase("wrong fact")
                .doesNotContain("Bruges");
        var accepted = item();
        gate.decide(accept(accepted));
        assertThat(rob.page(accepted.getId()).asString().replaceAll("(?s).*<main", ""))
                .doesNotContainIgnoringCase("rhea")
                .doesNotContain("given by", "accepted");
        assertThat(rob.list().asString().replaceAll("(?s).*<main", ""))
                .doesNotContainIgnoringCase("rejected")
                .doesNotContainIgnoringCase("rhea");
    }

    @Test
    void showsAnEditedItemAsItWasBeforeTheEdit() {
        var item = gate.pending(enrol(gate.run + "edited"));
        gate.decide(accept(item)
                .setType(DecisionType.DECISION_TYPE_EDIT)
                .setEditedPayload(Samples.payload("Hi Mara,\n\nFerrocraft opened a second foundry in Ghent.")));

        assertThat(gate.get(item.getId()).getVersion()).isEqualTo(2);
        assertThat(rob.page(item.getId()).asString())
                .contains("Shall we talk?", ">version 1<", item.getPayloadSha256())
                .doesNotContain(">version 2<");
        assertThat(rob.answer(item.getId(), 2, "ACCEPT").statusCode()).isEqualTo(409);
        assertThat(rob.answer(item.getId(), 1, "EDIT").statusCode()).isEqualTo(303);
        assertThat(quality().getPairs(0).getAgreements())
                .as("neither would let it go as it was")
                .isEqualTo(1);
    }

    @Test
    void leavesOutWhatIsHeldSentBackDecidedByTwoOrTooOld() {
        var held = item();
        gate.decide(accept(held).setHold(Duration.newBuilder().setSeconds(60)));
        var back = item();
        gate.decide(accept(back).setType(DecisionType.DECISION_TYPE_RESPOND).setComment("Shorter"));
        var old = item();
        gate.decide(accept(old));
        pool.preparedQuery("update item_decision set decide_time = decide_time - interval '15 days' where item_id = $1")
                .executeAndAwait(Tuple.of(old.getId()));
        gate.update(policy -> policy.getRulesBuilderList().forEach(rule -> rule.setRequiredApprovals(2)));
        var two = gate.pending(enrol(gate.run + "two").setRisk(Risk.newBuilder().setAffectedCount(900)));
        gate.decide(accept(two));
        gate.calls.reviewer("ria", gate.workspace).decideReviewItem(accept(two).build());
        assertThat(gate.get(two.getId()).getState()).isEqualTo(ItemState.ITEM_STATE_ACCEPTED);

        for (var item : new ReviewItem[] {held, back, old, two}) {
            assertThat(rob.offers(item.getId())).isFalse();
            assertThat(rob.answer(item.getId(), 1, "ACCEPT").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void leavesOutWhatWasPlanted() {
        var pair = Plants.in(gate, Plants::company).pair();
        gate.decide(accept(pair.planted()));
        gate.decide(accept(pair.real()));
        assertThat(rob.answer(pair.planted().getId(), 1, "ACCEPT").statusCode()).isEqualTo(404);
        assertThat(rob.page(pair.real().getId()).statusCode()).isEqualTo(200);
    }

    @Test
    void takesOneAnswerAndTheSameOneTwice() {
        var item = item();
        gate.decide(accept(item));
        assertThat(rob.answer(item.getId(), 1, "REJECT").statusCode()).isEqualTo(303);
        assertThat(rob.answer(item.getId(), 1, "REJECT").statusCode()).isEqualTo(303);
        assertThat(rob.answer(item.getId(), 1, "ACCEPT").statusCode()).isEqualTo(409);
        assertThat(rob.offers(item.getId())).isFalse();
        var ria = new SecondLooking("ria", gate.workspace, http, tokens);
        assertThat(ria.offers(item.getId())).isFalse();
        assertThat(ria.answer(item.getId(), 1, "REJECT").statusCode()).isEqualTo(409);
        assertThat(quality().getPairs(0).getSecondLooks()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNoAnswerOfThisSession() {
        var item = item();
        gate.decide(accept(item));
        var form = Map.of("csrf", rob.csrf(), "version", "1", "answer", "ACCEPT");
        assertThat(rob.answer(item.getId(), Map.of("csrf", "x", "version", "1", "answer", "ACCEPT"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(rob.answer(item.getId(), Map.of("csrf", rob.csrf(), "version", "1", "answer", "REJECT"))
                        .statusCode())
                .as("a rejection without a reason")
                .isEqualTo(400);
        assertThat(rob.answer(item.getId(), Map.of("csrf", rob.csrf(), "version", "1", "answer", "RESPOND"))
                        .statusCode())
                .isEqualTo(400);
        try (var other = new Gate(tokens)) {
            other.policy();
            var stranger = new SecondLooking("rob", other.workspace, http, tokens);
            assertThat(stranger.answer(item.getId(), 1, "ACCEPT").statusCode()).isEqualTo(404);
        }
        assertThat(rob.answer(item.getId(), form).statusCode()).isEqualTo(303);
    }

    @Test
    void countsAgreementAndKappaForPeopleAndPairs() {
        judge(3, DecisionType.DECISION_TYPE_ACCEPT, "ACCEPT");
        judge(1, DecisionType.DECISION_TYPE_ACCEPT, "REJECT");
        judge(1, DecisionType.DECISION_TYPE_IGNORE, "ACCEPT");
        judge(2, DecisionType.DECISION_TYPE_IGNORE, "EDIT");

        var all = quality();
        assertThat(all.getPairsList())
                .containsExactly(PairAgreement.newBuilder()
                        .setReviewer("rhea")
                        .setOther("rob")
                        .setSecondLooks(7)
                        .setAgreements(5)
                        .setKappa(all.getPairs(0).getKappa())
                        .build());
        // 5/7 observed; 4/7 * 4/7 + 3/7 * 3/7 by chance.
        assertThat(all.getPairs(0).getKappa()).isCloseTo(10.0 / 24, within(1e-9));
        var rhea = all.getReviewers(0);
        assertThat(rhea.getSecondLooks()).isEqualTo(7);
        assertThat(rhea.getSecondLookAgreements()).isEqualTo(5);
        assertThat(rhea.getSecondLookKappa()).isCloseTo(10.0 / 24, within(1e-9));
        assertThat(quality("ria", Role.ROLE_REVIEWER).getPairsList()).isEmpty();
    }

    @Test
    void drawsNothingAtARateOfNothing() {
        var item = item();
        gate.decide(accept(item));
        gate.update(policy -> policy.setSecondLookRate(0));
        assertThat(rob.offers(item.getId())).isFalse();
        assertThat(rob.answer(item.getId(), 1, "ACCEPT").statusCode()).isEqualTo(404);
    }

    private void judge(int items, DecisionType first, String second) {
        for (int i = 0; i < items; i++) {
            var item = item();
            gate.decide(accept(item).setType(first));
            assertThat(rob.answer(item.getId(), 1, second).statusCode()).isEqualTo(303);
        }
    }

    private ReviewItem item() {
        return gate.pending(crm(gate.run + "n" + proposed++));
    }

    private GetReviewerQualityResponse quality() {
        return quality("ada", Role.ROLE_ADMIN);
    }

    private GetReviewerQualityResponse quality(String who, Role role) {
        return QualityServiceGrpc.newBlockingStub(gate.calls.channel())
                .withCallCredentials(tokens.as(who, gate.workspace, role))
                .getReviewerQuality(GetReviewerQualityRequest.getDefaultInstance());
    }
}
