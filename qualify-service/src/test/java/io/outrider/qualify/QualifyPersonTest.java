package io.outrider.qualify;

import static io.outrider.qualify.fixture.Wire.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.TestTokens;
import io.outrider.qualify.fixture.Calls;
import io.outrider.qualify.v1.QualifyPersonRequest;
import io.outrider.type.v1.Answer;
import io.outrider.type.v1.AnswerValue;
import io.outrider.type.v1.EmailStatus;
import io.outrider.type.v1.RecommendedAction;
import io.outrider.type.v1.Verdict;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QualifyPersonTest {

    TestTokens tokens;

    private Calls calls;

    @BeforeEach
    void connect() {
        calls = new Calls(tokens);
    }

    @AfterEach
    void hangUp() {
        calls.close();
    }

    @Test
    void findsThePersonaAndAsksItsQuestions() {
        var verdict = qualify(person("Head of Maintenance, Ghent plant").build());

        assertThat(verdict.getPersonaId()).isEqualTo("maintenance-lead");
        assertThat(verdict.getPerson().getTitle()).isEqualTo("Head of Maintenance, Ghent plant");
        assertThat(verdict.getRecommendedAction()).isEqualTo(RecommendedAction.RECOMMENDED_ACTION_ROUTE_TO_SALES);
        assertThat(verdict.getAnswersList()).extracting(Answer::getQuestionId).contains("q_title");
        assertThat(verdict.getAnswersList())
                .filteredOn(answer -> answer.getQuestionId().equals("q_title"))
                .extracting(Answer::getValue)
                .containsExactly(AnswerValue.ANSWER_VALUE_YES);
    }

    @Test
    void nurturesWhoFitsNoPersona() {
        var verdict = qualify(person("Receptionist").build());

        assertThat(verdict.getPersonaId()).isEmpty();
        assertThat(verdict.getRecommendedAction()).isEqualTo(RecommendedAction.RECOMMENDED_ACTION_NURTURE);
        assertThat(verdict.getReasonCodesList()).containsExactly("NO_PERSONA");
        assertThat(verdict.getAnswersList()).extracting(Answer::getQuestionId).doesNotContain("q_title");
    }

    @Test
    void doesNotRouteToADeadAddress() {
        var request = person("Head of Maintenance");
        request.getPersonBuilder().setEmailStatus(EmailStatus.EMAIL_STATUS_INVALID);

        var verdict = qualify(request.build());

        assertThat(verdict.getRecommendedAction()).isEqualTo(RecommendedAction.RECOMMENDED_ACTION_NURTURE);
        assertThat(verdict.getReasonCodesList()).containsExactly("EMAIL_INVALID");
    }

    @Test
    void answersWithoutABrief() {
        var verdict = qualify(person("Head of Maintenance").clearBrief().build());

        assertThat(verdict.getRecommendedAction()).isEqualTo(RecommendedAction.RECOMMENDED_ACTION_RESEARCH_MORE);
        assertThat(verdict.getReasonCodesList()).contains("LOW_COVERAGE");
    }

    private Verdict qualify(QualifyPersonRequest request) {
        return calls.author("acme").qualifyPerson(request).getVerdict();
    }
}
