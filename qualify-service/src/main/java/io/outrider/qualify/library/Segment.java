package io.outrider.qualify.library;

import io.outrider.qualify.question.QualifyingQuestion;
import java.util.List;

/**
 * A kind of account.
 *
 * @param field where it stands in the request, for error messages
 * @param rule CEL; empty: no account is in it by rule
 */
public record Segment(String field, String id, String name, String rule, List<QualifyingQuestion> questions) {

    public Segment {
        questions = List.copyOf(questions);
    }
}
