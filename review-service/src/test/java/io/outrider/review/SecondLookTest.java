package io.outrider.review;

import static io.outrider.review.fixture.Gate.accept;
import static io.outrider.review.fixture.Samples.enrol;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.Samples;
import io.outrider.review.fixture.SecondLooking;
import io.outrider.review.fixture.SecondLooks;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.GetReviewerQualityRequest;
import io.outrider.review.v1.GetReviewerQualityResponse;
import io.outrider.review.v1.PairAgreement;
import io.outrider.review.v1.QualityServiceGrpc;
import io.outrider.review.v1.RejectReason;
import io.outrider.type.v1.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
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
    void showsNothingOfTheFirstDecision() {
        var item = looks.item();
        looks.gate.decide(accept(item)
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
        var accepted = looks.accepted();
        assertThat(rob.page(accepted.getId()).asString().replaceAll("(?s).*<main", ""))
                .doesNotContainIgnoringCase("rhea")
                .doesNotContain("given by", "accepted");
        assertThat(rob.list().asString().replaceAll("(?s).*<main", ""))
                .doesNotContainIgnoringCase("rejected")
                .doesNotContainIgnoringCase("rhea");
    }

    @Test
    void showsAnEditedItemAsItWasBeforeTheEdit() {
        var item = looks.gate.pending(enrol(looks.gate.run + "edited"));
        looks.gate.decide(accept(item)
                .setType(DecisionType.DECISION_TYPE_EDIT)
                .setEditedPayload(Samples.payload("Hi Mara,\n\nFerrocraft opened a second foundry in Ghent.")));

        assertThat(looks.gate.get(item.getId()).getVersion()).isEqualTo(2);
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
    void takesOneAnswerAndTheSameOneTwice() {
        var item = looks.accepted();
        assertThat(rob.answer(item.getId(), 1, "REJECT").statusCode()).isEqualTo(303);
        assertThat(rob.answer(item.getId(), 1, "REJECT").statusCode()).isEqualTo(303);
        assertThat(rob.answer(item.getId(), 1, "ACCEPT").statusCode()).isEqualTo(409);
        assertThat(rob.offers(item.getId())).isFalse();
        var ria = looks.by("ria");
        assertThat(ria.offers(item.getId())).isFalse();
        assertThat(ria.answer(item.getId(), 1, "REJECT").statusCode()).isEqualTo(409);
        assertThat(quality().getPairs(0).getSecondLooks()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNoAnswerOfThisSession() {
        var item = looks.accepted();
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
        judge(4, DecisionType.DECISION_TYPE_ACCEPT, "ACCEPT");
        judge(2, DecisionType.DECISION_TYPE_ACCEPT, "REJECT");
        judge(1, DecisionType.DECISION_TYPE_IGNORE, "ACCEPT");
        judge(2, DecisionType.DECISION_TYPE_IGNORE, "EDIT");

        var all = quality();
        assertThat(all.getPairsList())
                .containsExactly(PairAgreement.newBuilder()
                        .setReviewer("rhea")
                        .setOther("rob")
                        .setSecondLooks(9)
                        .setAgreements(6)
                        .setKappa(all.getPairs(0).getKappa())
                        .build());
        // 6/9 observed; 6/9 * 5/9 + 3/9 * 4/9 by chance.
        assertThat(all.getPairs(0).getKappa()).isCloseTo(4.0 / 13, within(1e-9));
        var rhea = all.getReviewers(0);
        assertThat(rhea.getSecondLooks()).isEqualTo(9);
        assertThat(rhea.getSecondLookAgreements()).isEqualTo(6);
        assertThat(rhea.getSecondLookKappa()).isCloseTo(4.0 / 13, within(1e-9));
        assertThat(quality("ria", Role.ROLE_REVIEWER).getPairsList()).isEmpty();
    }

    private void judge(int items, DecisionType first, String second) {
        for (int i = 0; i < items; i++) {
            var item = looks.decided(first);
            assertThat(rob.answer(item.getId(), 1, second).statusCode()).isEqualTo(303);
        }
    }

    private GetReviewerQualityResponse quality() {
        return quality("ada", Role.ROLE_ADMIN);
    }

    private GetReviewerQualityResponse quality(String who, Role role) {
        return QualityServiceGrpc.newBlockingStub(looks.gate.calls.channel())
                .withCallCredentials(tokens.as(who, looks.gate.workspace, role))
                .getReviewerQuality(GetReviewerQualityRequest.getDefaultInstance());
    }
}
