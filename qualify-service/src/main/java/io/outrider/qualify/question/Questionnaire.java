package io.outrider.qualify.question;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.InvalidField;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/** The questions of one qualification: each id once, in the order product, segment, persona, playbook. */
public record Questionnaire(List<QualifyingQuestion> questions) {

    /** Questions in one call. */
    public static final int MAX_QUESTIONS = 100;

    public Questionnaire {
        questions = List.copyOf(questions);
    }

    /** @throws InvalidField where two different questions share an id, or there are too many */
    public static Questionnaire of(List<Collection<QualifyingQuestion>> groups) {
        var byId = new LinkedHashMap<String, QualifyingQuestion>();
        groups.forEach(group -> group.forEach(question -> add(byId, question)));
        Check.that(
                byId.size() <= MAX_QUESTIONS,
                "library",
                "asks " + byId.size() + " questions of one account; at most " + MAX_QUESTIONS + " are allowed");
        return new Questionnaire(List.copyOf(byId.values()));
    }

    private static void add(LinkedHashMap<String, QualifyingQuestion> byId, QualifyingQuestion question) {
        var earlier = byId.putIfAbsent(question.id(), question);
        if (earlier != null && !earlier.sameAs(question)) {
            throw new InvalidField(question.field() + ".id", "is used by another question: " + earlier.field());
        }
    }
}
