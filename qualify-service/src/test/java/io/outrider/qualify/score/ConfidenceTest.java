package io.outrider.qualify.score;

import static io.outrider.qualify.fixture.Domain.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.outrider.qualify.question.Answer;
import io.outrider.qualify.question.AnswerValue;
import io.outrider.qualify.question.AnsweredBy;
import io.outrider.qualify.question.FitType;
import io.outrider.qualify.question.Weight;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidenceTest {

    private static final Answer HEAVY = answer("a", FitType.GOOD, Weight.HIGH, AnswerValue.YES, 0.9);
    private static final Answer LIGHT_OPEN = answer("b", FitType.GOOD, Weight.MEDIUM, AnswerValue.UNKNOWN, 0);

    @Test
    void weighsLikeTheQuestionsAndCountsOpenOnesAsZero() {
        var confidence = Confidence.of(Scorecard.of(List.of(HEAVY, LIGHT_OPEN)), false);

        assertThat(confidence.raw()).isEqualTo(0.9 * 200 / 300, within(1e-9));
        assertThat(confidence.value()).isEqualTo(confidence.raw());
        assertThat(confidence.verbalized()).isFalse();
    }

    @Test
    void fallsWhereARuleStoodInForAModel() {
        var confidence = Confidence.of(Scorecard.of(List.of(HEAVY)), true);

        assertThat(confidence.raw()).isEqualTo(0.9);
        assertThat(confidence.value()).isEqualTo(0.72, within(1e-9));
    }

    @Test
    void isTheDisqualifiersOwnWhereOneEndedIt() {
        var rival = answer("c", FitType.BAD, Weight.INSTANT_DISQUALIFIER, AnswerValue.YES, 0.8);

        assertThat(Confidence.of(Scorecard.of(List.of(rival, LIGHT_OPEN)), false)
                        .raw())
                .isEqualTo(0.8);
    }

    @Test
    void isZeroWhereNothingWasAsked() {
        var confidence = Confidence.of(Scorecard.of(List.of()), false);

        assertThat(confidence.value()).isZero();
        assertThat(confidence.band()).isEqualTo(Band.LOW);
    }

    @Test
    void isVerbalizedAsSoonAsAModelSpoke() {
        var said = new Answer(HEAVY.question(), AnswerValue.YES, "Says so.", 0.9, List.of("clm"), AnsweredBy.MODEL);

        assertThat(Confidence.of(Scorecard.of(List.of(said)), false).verbalized())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, LOW", "0.49, LOW", "0.5, MEDIUM", "0.74, MEDIUM", "0.75, HIGH", "1, HIGH"})
    void hasABand(double value, Band band) {
        assertThat(Band.of(value)).isEqualTo(band);
    }
}
