package io.outrider.qualify.question;

import static io.outrider.qualify.fixture.Domain.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outrider.kit.error.InvalidField;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuestionnaireTest {

    @Test
    void asksEachQuestionOnce() {
        var one = question("q1", FitType.GOOD, Weight.LOW, "");
        var two = question("q2", FitType.GOOD, Weight.LOW, "");

        assertThat(Questionnaire.of(List.of(List.of(one), List.of(two, one))).questions())
                .containsExactly(one, two);
    }

    @Test
    void refusesTwoQuestionsUnderOneId() {
        var one = question("q1", FitType.GOOD, Weight.LOW, "");
        var other = question("q1", FitType.BAD, Weight.LOW, "");

        assertThatThrownBy(() -> Questionnaire.of(List.of(List.of(one), List.of(other))))
                .isInstanceOf(InvalidField.class)
                .hasMessage("library.q1.id is used by another question: library.q1");
    }

    @Test
    void refusesAHundredAndOneQuestions() {
        var many = IntStream.rangeClosed(0, 100)
                .mapToObj(i -> question("q" + i, FitType.GOOD, Weight.LOW, ""))
                .toList();

        assertThatThrownBy(() -> Questionnaire.of(List.of(many))).isInstanceOf(InvalidField.class);
    }

    @Test
    void refusesADisqualifierThatSpeaksForTheAccount() {
        assertThatThrownBy(() -> question("q1", FitType.GOOD, Weight.INSTANT_DISQUALIFIER, ""))
                .isInstanceOf(InvalidField.class)
                .hasMessageContaining("library.q1.fit_type");
    }
}
