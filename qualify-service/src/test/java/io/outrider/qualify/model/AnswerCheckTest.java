package io.outrider.qualify.model;

import static io.outrider.qualify.fixture.Domain.fact;
import static io.outrider.qualify.fixture.Domain.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.outrider.qualify.fact.FactStatus;
import io.outrider.qualify.fact.Facts;
import io.outrider.qualify.model.ModelAnswers.ModelAnswer;
import io.outrider.qualify.model.ModelAnswers.Value;
import io.outrider.qualify.question.Answer;
import io.outrider.qualify.question.AnswerValue;
import io.outrider.qualify.question.AnsweredBy;
import io.outrider.qualify.question.FitType;
import io.outrider.qualify.question.QualifyingQuestion;
import io.outrider.qualify.question.Weight;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerCheckTest {

    private static final QualifyingQuestion QUESTION = question("q1", FitType.GOOD, Weight.HIGH, "");

    private final AnswerCheck check = new AnswerCheck(Facts.of(List.of(
            fact("clm_a", "industry", "Metal", FactStatus.SUPPORTED, 0.9),
            fact("clm_b", "industry", "Food", FactStatus.CONTRADICTED, 0.8))));

    @Test
    void takesAnAnswerThatNamesAFact() {
        var answer = one(said("q1", Value.YES, 0.7, "clm_a"));

        assertThat(answer.value()).isEqualTo(AnswerValue.YES);
        assertThat(answer.confidence()).isEqualTo(0.7);
        assertThat(answer.claimIds()).containsExactly("clm_a");
        assertThat(answer.answeredBy()).isEqualTo(AnsweredBy.MODEL);
        assertThat(check.unsupported()).isZero();
    }

    @Test
    void turnsAnAnswerThatNamesOnlyMadeUpFactsIntoUnknown() {
        var answer = one(said("q1", Value.NO, 0.9, "clm_invented"));

        assertThat(answer.value()).isEqualTo(AnswerValue.UNKNOWN);
        assertThat(answer.claimIds()).isEmpty();
        assertThat(answer.rationale()).isEqualTo("The model named no fact of the brief for its answer.");
        assertThat(check.unsupported()).isEqualTo(1);
    }

    @Test
    void turnsAnAnswerThatNamesNoFactIntoUnknown() {
        assertThat(one(said("q1", Value.YES, 0.9)).value()).isEqualTo(AnswerValue.UNKNOWN);
        assertThat(one(new ModelAnswer("q1", Value.YES, "So.", null, 0.9)).value())
                .isEqualTo(AnswerValue.UNKNOWN);
        assertThat(check.unsupported()).isEqualTo(2);
    }

    @Test
    void keepsOnlyTheFactsThatExist() {
        var answer = one(said("q1", Value.YES, 0.9, "clm_invented", "clm_a", null, "clm_a"));

        assertThat(answer.claimIds()).containsExactly("clm_a");
    }

    @Test
    void isNoSurerThanTheFacts() {
        assertThat(one(said("q1", Value.YES, 1.0, "clm_b")).confidence()).isEqualTo(0.4, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"7, 0.9", "-1, 0", "NaN, 0.5", ", 0.5", "0.6, 0.6"})
    void clampsTheConfidence(@Nullable Double confidence, double expected) {
        assertThat(one(said("q1", Value.YES, confidence, "clm_a")).confidence()).isEqualTo(expected);
    }

    @Test
    void dropsAnswersToQuestionsNobodyAsked() {
        var answers = check.check(
                List.of(QUESTION),
                answers(said("q_other", Value.YES, 0.9, "clm_a"), said("q1", Value.NO, 0.9, "clm_a")));

        assertThat(answers).singleElement().extracting(Answer::value).isEqualTo(AnswerValue.NO);
    }

    @Test
    void takesTheFirstOfTwoAnswersToOneQuestion() {
        assertThat(one(said("q1", Value.NO, 0.9, "clm_a"), said("q1", Value.YES, 0.9, "clm_a"))
                        .value())
                .isEqualTo(AnswerValue.NO);
    }

    @Test
    void leavesOpenWhatTheModelLeftOut() {
        assertThat(one().rationale()).isEqualTo("The model gave no answer.");
        assertThat(one((ModelAnswer) null).value()).isEqualTo(AnswerValue.UNKNOWN);
        assertThat(check.check(List.of(QUESTION), new ModelAnswers(null))
                        .getFirst()
                        .value())
                .isEqualTo(AnswerValue.UNKNOWN);
        assertThat(one(new ModelAnswer("q1", null, null, null, null)).rationale())
                .isEqualTo("The facts do not say.");
    }

    @Test
    void cutsAndCleansTheRationale() {
        var answer = one(new ModelAnswer("q1", Value.YES, "a\n\u0007b" + "x".repeat(900), List.of("clm_a"), 0.9));

        assertThat(answer.rationale()).startsWith("a bx").hasSize(503);
    }

    private Answer one(@Nullable ModelAnswer... said) {
        return check.check(List.of(QUESTION), answers(said)).getFirst();
    }

    private static ModelAnswers answers(@Nullable ModelAnswer... said) {
        return new ModelAnswers(Arrays.asList(said));
    }

    private static ModelAnswer said(
            String question, Value value, @Nullable Double confidence, @Nullable String... facts) {
        return new ModelAnswer(question, value, "Because.", Arrays.asList(facts), confidence);
    }
}
