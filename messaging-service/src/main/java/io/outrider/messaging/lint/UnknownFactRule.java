package io.outrider.messaging.lint;

import io.outrider.messaging.ground.Support;

/** A sentence or subject that nothing carries must not leave. */
final class UnknownFactRule implements LintRule {

    @Override
    public void inspect(Inspection message) {
        if (!message.step().subjectProblem().isEmpty()) {
            message.error(
                    "UNKNOWN_FACT",
                    Finding.WHOLE_STEP,
                    message.subject(),
                    message.step().subjectProblem());
        }
        for (int i = 0; i < message.sentences().size(); i++) {
            var sentence = message.sentences().get(i);
            if (sentence.support() == Support.NONE) {
                message.error("UNKNOWN_FACT", i, sentence.text(), sentence.problem());
            }
        }
    }
}
