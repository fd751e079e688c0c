package io.outrider.messaging.ground;

import java.util.List;

/**
 * A message whose sentences have been checked.
 *
 * @param subjectProblem what in the subject nothing carries; empty where all is carried
 */
public record GroundedStep(
        int dayOffset, String subject, String subjectProblem, List<GroundedSentence> sentences, String valuePropId) {

    public GroundedStep {
        sentences = List.copyOf(sentences);
    }

    public GroundedStep with(List<GroundedSentence> others) {
        return new GroundedStep(dayOffset, subject, subjectProblem, others, valuePropId);
    }

    /** A subject that asserts nothing, in place of one that nothing carries. */
    public GroundedStep withSubject(String plain) {
        return new GroundedStep(dayOffset, plain, "", sentences, valuePropId);
    }
}
