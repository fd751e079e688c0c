package io.outrider.qualify.library;

import io.outrider.kit.error.Check;
import io.outrider.qualify.question.QualifyingQuestion;
import java.util.List;

/**
 * One way of selling one product.
 *
 * @param field where it stands in the request, for error messages
 * @param minScore below it a run ends after qualification, 1 to 10
 */
public record Playbook(
        String field,
        String id,
        String name,
        String productId,
        List<String> personaIds,
        List<String> segmentIds,
        int minScore,
        List<QualifyingQuestion> questions) {

    private static final int DEFAULT_MIN_SCORE = 5;

    public Playbook {
        Check.notBlank(id, field + ".id");
        minScore = minScore == 0 ? DEFAULT_MIN_SCORE : Check.between(minScore, 1, 10, field + ".min_score");
        personaIds = List.copyOf(personaIds);
        segmentIds = List.copyOf(segmentIds);
        questions = List.copyOf(questions);
    }
}
