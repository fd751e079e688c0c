package io.outrider.qualify.question;

import io.outrider.qualify.rule.Rules;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Answers from rules alone. A question without a rule stays UNKNOWN. */
@ApplicationScoped
public class RuleAnswerer implements Answerer {

    private final Rules rules;

    public RuleAnswerer(Rules rules) {
        this.rules = rules;
    }

    @Override
    public Uni<Answers> answer(List<QualifyingQuestion> questions, Evidence evidence) {
        return Uni.createFrom().item(() -> Answers.free(answerNow(questions, evidence)));
    }

    public List<Answer> answerNow(List<QualifyingQuestion> questions, Evidence evidence) {
        return questions.stream().map(question -> answer(question, evidence)).toList();
    }

    private Answer answer(QualifyingQuestion question, Evidence evidence) {
        if (!question.hasRule()) {
            return Answer.unknown(question, "No rule answers this question.", AnsweredBy.RULE);
        }
        return new RuleReading(question, rules.get(question.rule()), evidence).answer();
    }
}
