package io.outrider.messaging.lint;

import io.outrider.messaging.ground.GroundedSentence;
import io.outrider.messaging.ground.GroundedStep;
import io.outrider.messaging.ground.Support;
import io.outrider.messaging.lint.Finding.Severity;
import java.util.ArrayList;
import java.util.List;

/** One message under inspection, and what was found so far. */
final class Inspection {

    private final int stepIndex;
    private final GroundedStep step;
    private final List<Text> texts;
    private final List<Finding> findings = new ArrayList<>();

    Inspection(int stepIndex, GroundedStep step) {
        this.stepIndex = stepIndex;
        this.step = step;
        this.texts = texts(step);
    }

    private static List<Text> texts(GroundedStep step) {
        var texts = new ArrayList<Text>();
        texts.add(Text.of(Finding.WHOLE_STEP, step.subject()));
        for (int i = 0; i < step.sentences().size(); i++) {
            texts.add(Text.of(i, step.sentences().get(i).text()));
        }
        return texts;
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

    /** The subject and each sentence. */
    List<Text> texts() {
        return texts;
    }

    /** What carries the text; nothing carries a subject. */
    Support support(Text text) {
        return text.isSubject()
                ? Support.NONE
                : step.sentences().get(text.index()).support();
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
}
