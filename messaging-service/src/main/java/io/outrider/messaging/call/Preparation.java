package io.outrider.messaging.call;

import io.outrider.messaging.ground.GroundedSentence;
import java.util.List;

/** What to know and ask before a call. */
public record Preparation(
        String companyBrief,
        String personBrief,
        List<GroundedSentence> themes,
        List<Question> questions,
        List<String> proofPointIds,
        List<String> checklist) {

    public Preparation {
        themes = List.copyOf(themes);
        questions = List.copyOf(questions);
        proofPointIds = List.copyOf(proofPointIds);
        checklist = List.copyOf(checklist);
    }

    /** A question, and what in the answer matters. */
    public record Question(Stage stage, String text, List<String> listenFor, List<String> claimIds) {

        public Question {
            listenFor = List.copyOf(listenFor);
            claimIds = List.copyOf(claimIds);
        }
    }

    /** Where in a call a question belongs. */
    public enum Stage {
        OPENING,
        PAIN,
        QUALIFICATION,
        FUTURE_STATE
    }
}
