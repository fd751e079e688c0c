package io.outrider.qualify.question;

import static io.outrider.qualify.fixture.Domain.evidence;
import static io.outrider.qualify.fixture.Domain.fact;
import static io.outrider.qualify.fixture.Domain.question;
import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.qualify.rule.Rules;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterviewTest {

    private final List<String> askedOfModel = new ArrayList<>();

    private final Interview interview = new Interview(new RuleAnswerer(new Rules()), this::model);

    private final Evidence evidence = evidence(fact("clm_size", "employee_count", "180"));

    private final List<QualifyingQuestion> questions = List.of(
            question("plain1", FitType.GOOD, Weight.LOW, ""),
            question("ruled", FitType.GOOD, Weight.LOW, "fact.employee_count > 1"),
            question("plain2", FitType.GOOD, Weight.LOW, ""));

    @Test
    void asksTheModelOnlyWhatHasNoRuleAndKeepsTheOrder() {
        var answers = interview.ask(questions, evidence, true).await().indefinitely();

        assertThat(askedOfModel).containsExactly("plain1", "plain2");
        assertThat(answers.list())
                .extracting(answer -> answer.question().id())
                .containsExactly("plain1", "ruled", "plain2");
        assertThat(answers.list())
                .extracting(Answer::answeredBy)
                .containsExactly(AnsweredBy.MODEL, AnsweredBy.RULE, AnsweredBy.MODEL);
    }

    @Test
    void asksNoModelAtTheLevelRules() {
        var answers = interview.ask(questions, evidence, false).await().indefinitely();

        assertThat(askedOfModel).isEmpty();
        assertThat(answers.list())
                .extracting(Answer::value)
                .containsExactly(AnswerValue.UNKNOWN, AnswerValue.YES, AnswerValue.UNKNOWN);
    }

    @Test
    void asksNoModelWhereEveryQuestionHasARule() {
        interview.ask(questions.subList(1, 2), evidence, true).await().indefinitely();

        assertThat(askedOfModel).isEmpty();
    }

    private Uni<Answers> model(List<QualifyingQuestion> asked, Evidence ignored) {
        asked.forEach(question -> askedOfModel.add(question.id()));
        return Uni.createFrom()
                .item(Answers.free(asked.stream()
                        .map(question -> Answer.unknown(question, "No idea.", AnsweredBy.MODEL))
                        .toList()));
    }
}
