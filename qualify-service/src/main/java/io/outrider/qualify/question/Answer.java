package io.outrider.qualify.question;

import java.util.List;

/**
 * One answer and what it rests on.
 *
 * @param confidence 0 to 1; 0 for UNKNOWN
 * @param claimIds the brief's claims behind it; may be empty for YES and NO only where a rule read the caller's own
 *     attributes
 */
public record Answer(
        QualifyingQuestion question,
        AnswerValue value,
        String rationale,
        double confidence,
        List<String> claimIds,
        AnsweredBy answeredBy) {

    public Answer {
        claimIds = List.copyOf(claimIds);
        confidence = value == AnswerValue.UNKNOWN ? 0 : Math.clamp(confidence, 0.0, 1.0);
    }

    public static Answer unknown(QualifyingQuestion question, String why, AnsweredBy by) {
        return new Answer(question, AnswerValue.UNKNOWN, why, 0, List.of(), by);
    }
}
