package io.outrider.qualify.score;

import static io.outrider.qualify.fixture.Domain.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.qualify.question.Answer;
import io.outrider.qualify.question.AnswerValue;
import io.outrider.qualify.question.FitType;
import io.outrider.qualify.question.Weight;
import java.util.List;
import org.junit.jupiter.api.Test;

class RationaleTest {

    @Test
    void namesWhatMovedTheScoreMost() {
        var rationale = of(
                answer("small", FitType.GOOD, Weight.LOW, AnswerValue.YES, 0.8),
                answer("big", FitType.GOOD, Weight.HIGH, AnswerValue.YES, 0.9),
                answer("against", FitType.BAD, Weight.MEDIUM, AnswerValue.YES, 1),
                answer("open", FitType.GOOD, Weight.HIGH, AnswerValue.UNKNOWN, 0));

        assertThat(rationale)
                .isEqualTo("6 of 10. For it: \"Is big so?\" yes (A fact says so; +1.80 points); "
                        + "\"Is small so?\" yes (A fact says so; +0.40 points). "
                        + "Against it: \"Is against so?\" yes (A fact says so; -1.00 points). "
                        + "1 of 4 questions stay open.");
    }

    @Test
    void namesThreeOfEachAtMost() {
        var rationale = of(
                answer("a", FitType.GOOD, Weight.HIGH, AnswerValue.YES, 0.9),
                answer("b", FitType.GOOD, Weight.HIGH, AnswerValue.YES, 0.9),
                answer("c", FitType.GOOD, Weight.HIGH, AnswerValue.YES, 0.9),
                answer("d", FitType.GOOD, Weight.HIGH, AnswerValue.YES, 0.8));

        assertThat(rationale).contains("Is a so?", "Is b so?", "Is c so?").doesNotContain("Is d so?");
    }

    @Test
    void namesTheDisqualifier() {
        var rationale = of(
                answer("good", FitType.GOOD, Weight.HIGH, AnswerValue.YES, 0.9),
                answer("rival", FitType.BAD, Weight.INSTANT_DISQUALIFIER, AnswerValue.YES, 0.9));

        assertThat(rationale).isEqualTo("Disqualified. \"Is rival so?\" yes (A fact says so).");
    }

    @Test
    void saysThatNothingWasAsked() {
        assertThat(of()).isEqualTo("5 of 10. No question was asked.");
    }

    private static String of(Answer... answers) {
        return Rationale.of(Scorecard.of(List.of(answers)));
    }
}
