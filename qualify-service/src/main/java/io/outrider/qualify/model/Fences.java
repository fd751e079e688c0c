package io.outrider.qualify.model;

import io.outrider.qualify.fact.Fact;
import io.outrider.qualify.fact.Facts;
import io.outrider.qualify.question.QualifyingQuestion;
import java.util.List;
import java.util.stream.Collectors;

/** Puts untrusted text between tags that it cannot close. */
final class Fences {

    /** The best facts are enough, and the prompt stays bounded. */
    private static final int MAX_FACTS = 120;

    private static final int MAX_VALUE = 300;
    private static final int MAX_QUOTE = 400;

    private Fences() {}

    static String facts(Facts facts) {
        return facts.all().stream().limit(MAX_FACTS).map(Fences::fact).collect(Collectors.joining("\n"));
    }

    static String questions(List<QualifyingQuestion> questions) {
        return questions.stream()
                .map(question ->
                        "<question id=\"" + escape(question.id()) + "\">" + escape(question.text()) + "</question>")
                .collect(Collectors.joining("\n"));
    }

    private static String fact(Fact fact) {
        var quote = fact.quote().isEmpty() ? "" : " | " + escape(cut(fact.quote(), MAX_QUOTE));
        return "<fact id=\"" + escape(fact.claimId()) + "\">" + escape(fact.predicate()) + ": "
                + escape(cut(fact.text(), MAX_VALUE)) + quote + "</fact>";
    }

    /** One line, no tag, no control character. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;")
                .replaceAll("\\s*\\R\\s*", " ")
                .replaceAll("\\p{Cntrl}", " ");
    }

    private static String cut(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max) + "...";
    }
}
