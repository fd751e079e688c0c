package io.outrider.qualify.question;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;

/** Gives each question to the one who can answer it: rules first, a model only for what has no rule. */
public final class Interview {

    private final RuleAnswerer rules;
    private final Answerer model;

    public Interview(RuleAnswerer rules, Answerer model) {
        this.rules = rules;
        this.model = model;
    }

    /** @param mayAskModel false at the level RULES */
    public Uni<Answers> ask(List<QualifyingQuestion> questions, Evidence evidence, boolean mayAskModel) {
        var plain = questions.stream().filter(question -> !question.hasRule()).toList();
        if (!mayAskModel || plain.isEmpty()) {
            return rules.answer(questions, evidence);
        }
        var ruled = questions.stream().filter(QualifyingQuestion::hasRule).toList();
        return model.answer(plain, evidence)
                .map(answers -> inOrder(questions, rules.answerNow(ruled, evidence), answers));
    }

    private static Answers inOrder(List<QualifyingQuestion> questions, List<Answer> ruled, Answers asked) {
        var byId = new HashMap<String, Answer>();
        ruled.forEach(answer -> byId.put(answer.question().id(), answer));
        asked.list().forEach(answer -> byId.put(answer.question().id(), answer));
        var all = questions.stream()
                .map(question -> byId.getOrDefault(
                        question.id(), Answer.unknown(question, "It was not answered.", AnsweredBy.MODEL)))
                .toList();
        return new Answers(all, asked.effort());
    }
}
