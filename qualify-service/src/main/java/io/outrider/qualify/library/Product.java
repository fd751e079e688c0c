package io.outrider.qualify.library;

import io.outrider.qualify.question.QualifyingQuestion;
import java.util.List;

/** What the vendor sells. */
public record Product(String id, String name, List<QualifyingQuestion> questions) {

    public Product {
        questions = List.copyOf(questions);
    }
}
