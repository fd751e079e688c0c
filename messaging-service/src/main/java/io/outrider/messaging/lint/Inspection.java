package io.outrider.messaging.lint;

import io.outrider.messaging.ground.GroundedSentence;
import io.outrider.messaging.ground.GroundedStep;
import io.outrider.messaging.lint.Finding.Severity;
import java.util.ArrayList;
import java.util.List;

/** One message under inspection, and what was found so far. */
final class Inspection {

    private final int stepIndex;
    private final GroundedStep step;
    private final List<Finding> findings = new ArrayList<>();

    Inspection(int stepIndex, GroundedStep step) {
        this.stepIndex = stepIndex;
        this.step = step;
    }

    GroundedStep step() {
        return step;
    }

    String subject() {
        return step.subject();
    }

    List<GroundedSentence> sentences() {
        return step.sentences();
    }

    List<Finding> findings() {
        return findings;
    }

    void error(String rule, int sentenceIndex, String excerpt, String message) {
        findings.add(new Finding(rule, Severity.ERROR, stepIndex, sentenceIndex, excerpt, message));
    }

    void warn(String rule, int sentenceIndex, String excerpt, String message) {
        findings.add(new Finding(rule, Severity.WARNING, stepIndex, sentenceIndex, excerpt, message));
    }

    /** Runs a check over the subject and each sentence. */
    void eachText(TextCheck check) {
        check.look(Finding.WHOLE_STEP, step.subject());
        for (int i = 0; i < step.sentences().size(); i++) {
            check.look(i, step.sentences().get(i).text());
        }
    }

    /** A check of one text: the subject where the index is {@link Finding#WHOLE_STEP}, else that sentence. */
    interface TextCheck {
        void look(int sentenceIndex, String text);
    }
}
