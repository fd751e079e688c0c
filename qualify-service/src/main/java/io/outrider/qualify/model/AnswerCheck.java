package io.outrider.qualify.model;

import io.outrider.qualify.fact.Fact;
import io.outrider.qualify.fact.Facts;
import io.outrider.qualify.model.ModelAnswers.ModelAnswer;
import io.outrider.qualify.model.ModelAnswers.Value;
import io.outrider.qualify.question.Answer;
import io.outrider.qualify.question.AnswerValue;
import io.outrider.qualify.question.AnsweredBy;
import io.outrider.qualify.question.QualifyingQuestion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes from a model's answers what holds. A yes or no must name facts that exist; what the model is unsure of, repeats or
 * invents becomes UNKNOWN or is dropped, and is counted.
 */
final class AnswerCheck {

    private static final int MAX_RATIONALE = 500;
    private static final double UNSAID = 0.5;

    private final Facts facts;
    private int unsupported;

    AnswerCheck(Facts facts) {
        this.facts = facts;
    }

    /** Answers that were turned into UNKNOWN because they named no fact of the brief. */
    int unsupported() {
        return unsupported;
    }

    List<Answer> check(List<QualifyingQuestion> questions, ModelAnswers said) {
        var byQuestion = firstOfEach(said);
        return questions.stream()
                .map(question -> check(question, byQuestion.get(question.id())))
                .toList();
    }

    private static Map<String, ModelAnswer> firstOfEach(ModelAnswers said) {
        var byQuestion = new HashMap<String, ModelAnswer>();
        var answers = said.answers() == null ? List.<@Nullable ModelAnswer>of() : said.answers();
        for (var answer : answers) {
            if (answer != null && answer.questionId() != null) {
                byQuestion.putIfAbsent(answer.questionId(), answer);
            }
        }
        return byQuestion;
    }

    private Answer check(QualifyingQuestion question, @Nullable ModelAnswer said) {
        if (said == null) {
            return unknown(question, "The model gave no answer.");
        }
        if (said.answer() == null || said.answer() == Value.UNKNOWN) {
            return unknown(question, rationale(said, "The facts do not say."));
        }
        var named = named(said);
        if (named.isEmpty()) {
            unsupported++;
            return unknown(question, "The model named no fact of the brief for its answer.");
        }
        return new Answer(
                question,
                said.answer() == Value.YES ? AnswerValue.YES : AnswerValue.NO,
                rationale(said, "The model gave no reason."),
                confidence(said, named),
                named.stream().map(Fact::claimId).toList(),
                AnsweredBy.MODEL);
    }

    private List<Fact> named(ModelAnswer said) {
        var ids = said.factIds() == null ? List.<@Nullable String>of() : said.factIds();
        return ids.stream()
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(id -> facts.byId(id).stream())
                .toList();
    }

    /** The model's own word, no surer than the facts it names. */
    private static double confidence(ModelAnswer said, List<Fact> named) {
        var own = said.confidence() == null || said.confidence().isNaN() ? UNSAID : said.confidence();
        var carried = named.stream().mapToDouble(Fact::weight).max().orElse(0);
        return Math.min(Math.clamp(own, 0.0, 1.0), carried);
    }

    private static Answer unknown(QualifyingQuestion question, String why) {
        return Answer.unknown(question, why, AnsweredBy.MODEL);
    }

    private static String rationale(ModelAnswer said, String otherwise) {
        var text = said.rationale() == null
                ? ""
                : said.rationale().replaceAll("\\p{Cntrl}+", " ").strip();
        if (text.isEmpty()) {
            return otherwise;
        }
        return text.length() <= MAX_RATIONALE ? text : text.substring(0, MAX_RATIONALE) + "...";
    }
}
