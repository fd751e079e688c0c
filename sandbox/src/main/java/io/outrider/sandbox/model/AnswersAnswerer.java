package io.outrider.sandbox.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outrider.sandbox.http.Json;

/** Answers qualifying questions from facts. */
final class AnswersAnswerer implements Answerer {

    private final Concepts concepts = new Concepts();
    private final Judge judge = new Judge(concepts);

    @Override
    public ObjectNode answer(Fences prompt) {
        var facts = prompt.all("fact").stream()
                .map(Fact::of)
                .filter(fact -> !fact.isOrder())
                .map(fact -> Weighed.of(fact, concepts))
                .toList();
        var json = Json.object();
        var answers = json.putArray("answers");
        for (var question : prompt.all("question")) {
            var judgement = judge.answer(firstLine(question.text()), facts);
            var answer = Json.object()
                    .put("questionId", question.id())
                    .put("answer", judgement.answer())
                    .put("rationale", judgement.rationale())
                    .put("confidence", judgement.confidence());
            judgement.factIds().forEach(answer.putArray("factIds")::add);
            answers.add(answer);
        }
        return json;
    }

    /** What follows the question in its fence explains it, and is not asked. */
    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
