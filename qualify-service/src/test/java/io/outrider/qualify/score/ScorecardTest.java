package io.outrider.qualify.score;

import static io.outrider.qualify.fixture.Domain.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.qualify.question.Answer;
import io.outrider.qualify.question.AnswerValue;
import io.outrider.qualify.question.FitType;
import io.outrider.qualify.question.Weight;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorecardTest {

    @ParameterizedTest
    @CsvSource({
        "GOOD, LOW,    YES,     1.0,  0.50",
        "GOOD, MEDIUM, YES,     1.0,  1.00",
        "GOOD, HIGH,   YES,     1.0,  2.00",
        "GOOD, HIGH,   YES,     0.5,  1.00",
        "GOOD, HIGH,   NO,      1.0, -2.00",
        "GOOD, HIGH,   UNKNOWN, 1.0,  0.00",
        "BAD,  HIGH,   YES,     1.0, -2.00",
        "BAD,  MEDIUM, NO,      0.9,  0.90",
        "BAD,  INSTANT_DISQUALIFIER, NO, 1.0, 0.00",
        "GOOD, HIGH,   YES,     7.0,  2.00",
    })
    void movesByWeightAnswerAndConfidence(
            FitType fitType, Weight weight, AnswerValue value, double confidence, double expected) {
        var card = Scorecard.of(List.of(answer("q", fitType, weight, value, confidence)));

        assertThat(card.answers().getFirst().contribution()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0,  5, POSSIBLE",
        "1, 0,  7, POSSIBLE",
        "2, 0,  9, STRONG",
        "5, 0, 10, STRONG",
        "0, 1,  3, WEAK",
        "0, 5,  1, WEAK",
        "2, 2,  5, POSSIBLE",
    })
    void startsNeutralAndStaysWithinOneAndTen(int yes, int no, int score, Tier tier) {
        var answers = new ArrayList<Answer>();
        for (var i = 0; i < yes; i++) {
            answers.add(answer("y" + i, FitType.GOOD, Weight.HIGH, AnswerValue.YES, 1));
        }
        for (var i = 0; i < no; i++) {
            answers.add(answer("n" + i, FitType.GOOD, Weight.HIGH, AnswerValue.NO, 1));
        }

        var card = Scorecard.of(answers);

        assertThat(card.score()).isEqualTo(score);
        assertThat(card.tier()).isEqualTo(tier);
    }

    @Test
    void oneDisqualifierEndsIt() {
        var card = Scorecard.of(List.of(
                answer("good1", FitType.GOOD, Weight.HIGH, AnswerValue.YES, 1),
                answer("good2", FitType.GOOD, Weight.HIGH, AnswerValue.YES, 1),
                answer("bad", FitType.BAD, Weight.INSTANT_DISQUALIFIER, AnswerValue.YES, 0.6)));

        assertThat(card.score()).isEqualTo(1);
        assertThat(card.tier()).isEqualTo(Tier.DISQUALIFIED);
    }

    @Test
    void countsOnlyYesAndNoAsCovered() {
        var card = Scorecard.of(List.of(
                answer("a", FitType.GOOD, Weight.HIGH, AnswerValue.YES, 1),
                answer("b", FitType.GOOD, Weight.HIGH, AnswerValue.NO, 1),
                answer("c", FitType.GOOD, Weight.HIGH, AnswerValue.UNKNOWN, 0),
                answer("d", FitType.GOOD, Weight.HIGH, AnswerValue.UNKNOWN, 0)));

        assertThat(card.coverage()).isEqualTo(0.5);
        assertThat(Scorecard.of(List.of()).coverage()).isZero();
    }
}
