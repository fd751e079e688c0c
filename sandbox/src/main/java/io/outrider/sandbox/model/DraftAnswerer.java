package io.outrider.sandbox.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outrider.sandbox.http.Json;
import java.util.List;
import java.util.Locale;

/**
 * Writes the messages asked for. A sentence that asserts something cites the fact or the proof point it says again;
 * greeting and signature are left to whoever asked.
 */
final class DraftAnswerer implements Answerer {

    private static final List<String> QUESTIONS = List.of(
            "Would a short call next week be useful?",
            "Is this something you look after yourself?",
            "Shall I leave it here, or is a colleague the better person to ask?");

    @Override
    public ObjectNode answer(Fences prompt) {
        var material = Material.of(prompt);
        var json = Json.object();
        json.put("rationale", rationale(material));
        var steps = json.putArray("steps");
        for (int i = 0; i < material.messages(); i++) {
            steps.add(step(i, material));
        }
        return json;
    }

    private static ObjectNode step(int index, Material material) {
        var step = Json.object().put("subject", subject(index, material));
        var letter = new Letter(step.putArray("sentences"));
        material.fact(index).ifPresent(fact -> letter.stated(opening(fact), fact));
        if (index == 0) {
            material.further().ifPresent(fact -> letter.stated(opening(fact), fact));
        }
        letter.paragraph();
        material.value(index).ifPresent(value -> {
            letter.opinion("I think " + uncapital(value.text()));
            material.proof(value).ifPresent(letter::proven);
        });
        letter.paragraph();
        letter.opinion(index + 1 == material.messages() ? QUESTIONS.getLast() : QUESTIONS.get(index % 2));
        return step;
    }

    private static String subject(int index, Material material) {
        var about = material.company().isEmpty() ? "your team" : material.company();
        return switch (index) {
            case 0 -> "A question about " + about;
            case 1 -> "One example for " + about;
            default -> "One more question, " + (material.firstName().isEmpty() ? about : material.firstName());
        };
    }

    private static String opening(Fact fact) {
        var value = fact.value().endsWith(".")
                ? fact.value().substring(0, fact.value().length() - 1)
                : fact.value();
        return switch (fact.predicate()) {
            case "news" -> "I read this on your site: " + value + ".";
            case "hiring_for" -> "I see that you are looking for this role: " + value + ".";
            case "description" -> "I see that " + value + ".";
            case "product" -> "I came across " + value + " on your site.";
            case "technology" -> "I see that you use " + value + ".";
            default -> "I noted this on your site: " + value + ".";
        };
    }

    private static String rationale(Material material) {
        return material.fact(0)
                .map(fact -> "Opens with " + fact.predicate().replace('_', ' ') + ", the freshest reason to write.")
                .orElse("No fact gives a reason to write; the message stays general.");
    }

    private static String uncapital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
