package io.outrider.qualify.model;

import io.micrometer.core.instrument.MeterRegistry;
import io.outrider.kit.model.ModelDoor;
import io.outrider.kit.security.Turn;
import io.outrider.qualify.question.Answers;
import io.outrider.qualify.question.Evidence;
import io.outrider.qualify.question.QualifyingQuestion;
import io.outrider.qualify.question.RuleAnswerer;
import io.quarkus.test.Mock;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Answers as the service does, and keeps in which turn it was to ask the model. */
@Mock
@Singleton
class HeardAnswerer extends ModelAnswerer {

    private final Deque<Turn> turns = new ConcurrentLinkedDeque<>();

    HeardAnswerer(QuestionModel model, ModelDoor door, RuleAnswerer rules, MeterRegistry meters) {
        super(model, door, rules, meters);
    }

    @Override
    public Uni<Answers> answer(List<QualifyingQuestion> questions, Evidence evidence) {
        turns.add(evidence.turn());
        return super.answer(questions, evidence);
    }

    Optional<Turn> last() {
        return Optional.ofNullable(turns.peekLast());
    }
}
