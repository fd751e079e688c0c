package io.outrider.qualify.model;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.outrider.kit.model.ModelAnswer;
import io.outrider.kit.model.ModelCall;
import io.outrider.kit.model.ModelDoor;
import io.outrider.kit.model.ModelSize;
import io.outrider.kit.model.ModelUnavailable;
import io.outrider.qualify.question.Answerer;
import io.outrider.qualify.question.Answers;
import io.outrider.qualify.question.Effort;
import io.outrider.qualify.question.Evidence;
import io.outrider.qualify.question.QualifyingQuestion;
import io.outrider.qualify.question.RuleAnswerer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Asks a model once for all questions. Where no model answers, the rules do, and say so. */
@ApplicationScoped
public class ModelAnswerer implements Answerer {

    private final QuestionModel model;
    private final ModelDoor door;
    private final RuleAnswerer rules;
    private final Counter unsupported;

    ModelAnswerer(QuestionModel model, ModelDoor door, RuleAnswerer rules, MeterRegistry meters) {
        this.model = model;
        this.door = door;
        this.rules = rules;
        this.unsupported = Counter.builder("outrider.qualify.unsupported.answers")
                .description("Model answers that named no fact of the brief and became UNKNOWN")
                .register(meters);
    }

    @Override
    public Uni<Answers> answer(List<QualifyingQuestion> questions, Evidence evidence) {
        if (evidence.facts().all().isEmpty()) {
            return rules.answer(questions, evidence);
        }
        var call = new ModelCall(ModelSize.FAST, QuestionModel.PROMPT_VERSION, evidence.turn());
        return door.ask(call, () -> ask(questions, evidence))
                .map(said -> checked(questions, evidence, said))
                .onFailure(ModelUnavailable.class)
                .recoverWithItem(failure -> byRules(questions, evidence, failure));
    }

    private ModelAnswers ask(List<QualifyingQuestion> questions, Evidence evidence) {
        return model.answer(evidence.domain(), Fences.facts(evidence.facts()), Fences.questions(questions));
    }

    private Answers checked(List<QualifyingQuestion> questions, Evidence evidence, ModelAnswer<ModelAnswers> said) {
        var check = new AnswerCheck(evidence.facts());
        var answers = check.check(questions, said.value());
        unsupported.increment(check.unsupported());
        var usage = said.usage();
        var effort = new Effort(
                List.of(),
                List.of(said.model()),
                List.of(said.promptVersion()),
                usage.microUsd(),
                usage.promptTokens(),
                usage.completionTokens(),
                usage.calls(),
                check.unsupported());
        return new Answers(answers, effort);
    }

    private Answers byRules(List<QualifyingQuestion> questions, Evidence evidence, ModelUnavailable failure) {
        var usage = failure.usage();
        var why = failure.getMessage() == null ? "the model did not answer" : failure.getMessage();
        var effort = new Effort(
                List.of(why),
                List.of(),
                List.of(),
                usage.microUsd(),
                usage.promptTokens(),
                usage.completionTokens(),
                usage.calls(),
                0);
        return new Answers(rules.answerNow(questions, evidence), effort);
    }
}
