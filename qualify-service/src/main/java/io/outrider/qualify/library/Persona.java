package io.outrider.qualify.library;

import io.outrider.qualify.question.QualifyingQuestion;
import java.util.List;

/** A kind of person at an account. */
public record Persona(String id, String name, List<String> commonJobTitles, List<QualifyingQuestion> questions) {

    public Persona {
        commonJobTitles = List.copyOf(commonJobTitles);
        questions = List.copyOf(questions);
    }
}
