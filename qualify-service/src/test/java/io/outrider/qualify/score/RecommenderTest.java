package io.outrider.qualify.score;

import static io.outrider.qualify.fixture.Domain.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.qualify.question.Answer;
import io.outrider.qualify.question.AnswerValue;
import io.outrider.qualify.question.FitType;
import io.outrider.qualify.question.Weight;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecommenderTest {

    private static final Circumstances PLAIN = new Circumstances(5, false, false, false, false, 0);

    @Test
    void routesWhatFits() {
        var recommendation = Recommender.recommend(card(good(AnswerValue.YES)), PLAIN);

        assertThat(recommendation.action()).isEqualTo(Action.ROUTE_TO_SALES);
        assertThat(recommendation.reasonCodes()).isEmpty();
    }

    @Test
    void nurturesWhatIsBelowThePlaybooksScore() {
        var recommendation =
                Recommender.recommend(card(good(AnswerValue.YES)), new Circumstances(9, false, false, false, false, 0));

        assertThat(recommendation.action()).isEqualTo(Action.NURTURE);
        assertThat(recommendation.reasonCodes()).containsExactly("BELOW_MIN_SCORE");
    }

    @Test
    void asksForMoreResearchWhereLittleIsKnown() {
        var card = card(good(AnswerValue.YES), good(AnswerValue.UNKNOWN), good(AnswerValue.UNKNOWN));

        var recommendation = Recommender.recommend(card, PLAIN);

        assertThat(recommendation.action()).isEqualTo(Action.RESEARCH_MORE);
        assertThat(recommendation.reasonCodes()).containsExactly("LOW_COVERAGE");
    }

    @Test
    void asksForMoreResearchWhereNothingWasAsked() {
        var recommendation = Recommender.recommend(card(), PLAIN);

        assertThat(recommendation.action()).isEqualTo(Action.RESEARCH_MORE);
        assertThat(recommendation.reasonCodes()).containsExactly("NO_QUESTIONS", "LOW_COVERAGE");
    }

    @Test
    void disqualifiesAtOnceEvenWhereLittleIsKnown() {
        var card = card(
                answer("q_rival", FitType.BAD, Weight.INSTANT_DISQUALIFIER, AnswerValue.YES, 1),
                good(AnswerValue.UNKNOWN),
                good(AnswerValue.UNKNOWN));

        var recommendation = Recommender.recommend(card, PLAIN);

        assertThat(recommendation.action()).isEqualTo(Action.DISQUALIFY);
        assertThat(recommendation.reasonCodes())
                .containsExactly("INSTANT_DISQUALIFIER:q_rival", "LOW_COVERAGE", "BELOW_MIN_SCORE");
    }

    @Test
    void disqualifiesTheHopeless() {
        var card = card(good(AnswerValue.NO), good(AnswerValue.NO));

        assertThat(Recommender.recommend(card, PLAIN).action()).isEqualTo(Action.DISQUALIFY);
    }

    @Test
    void nurturesWhoIsOutsideTheSegmentsOrCannotBeReached() {
        var card = card(good(AnswerValue.YES));
        var outside = Recommender.recommend(card, new Circumstances(5, true, false, false, false, 0));
        var noPersona = Recommender.recommend(card, new Circumstances(5, false, true, false, false, 0));
        var deadAddress = Recommender.recommend(card, new Circumstances(5, false, false, true, false, 0));

        assertThat(List.of(outside, noPersona, deadAddress))
                .extracting(Recommendation::action)
                .containsOnly(Action.NURTURE);
        assertThat(outside.reasonCodes()).containsExactly("NO_SEGMENT");
        assertThat(noPersona.reasonCodes()).containsExactly("NO_PERSONA");
        assertThat(deadAddress.reasonCodes()).containsExactly("EMAIL_INVALID");
    }

    @Test
    void saysWhatWeakensTheVerdict() {
        var recommendation =
                Recommender.recommend(card(good(AnswerValue.YES)), new Circumstances(5, false, false, false, true, 3));

        assertThat(recommendation.reasonCodes()).containsExactly("EXPIRED_FACTS", "DEGRADED");
    }

    private static Answer good(AnswerValue value) {
        return answer("q", FitType.GOOD, Weight.HIGH, value, 1);
    }

    private static Scorecard card(Answer... answers) {
        return Scorecard.of(List.of(answers));
    }
}
