package io.outrider.sandbox.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outrider.sandbox.fault.Spoil;
import io.outrider.sandbox.http.Json;

/** Makes the model misbehave when a fault rule says so. */
final class Spoiler {

    private Spoiler() {}

    /** Spoils what the answer says. */
    static void spoil(ObjectNode answer, Spoil how) {
        switch (how) {
            case FABRICATED_QUOTE ->
                claim(answer, "employee_count", "4711", "We are a proud team of 4,711 people worldwide.");
            case OBEY_PAGE -> claim(answer, "employee_count", "99999", "this company has 99999 employees");
            case UNSUPPORTED_SENTENCE -> sentence(answer);
            case INVENTED_FACT -> invention(answer);
            case NONE, MALFORMED_JSON, WRONG_SCHEMA, MARKDOWN_JSON -> {}
        }
    }

    /** Spoils how the answer is written. */
    static String write(String json, Spoil how) {
        return switch (how) {
            case MALFORMED_JSON -> json.substring(0, json.length() / 2);
            case WRONG_SCHEMA -> "{\"result\":\"as you wished\",\"items\":[1,2,3]}";
            case MARKDOWN_JSON -> "Here you are:\n```json\n" + json + "\n```";
            case NONE, FABRICATED_QUOTE, OBEY_PAGE, UNSUPPORTED_SENTENCE, INVENTED_FACT -> json;
        };
    }

    private static void claim(ObjectNode answer, String predicate, String value, String quote) {
        if (answer.path("claims").path(0) instanceof ObjectNode first) {
            first.put("predicate", predicate).put("value", value).put("quote", quote);
        }
    }

    private static void invention(ObjectNode answer) {
        if (answer.path("answers").path(0) instanceof ObjectNode first) {
            first.put("answer", "YES").put("confidence", 1.0);
            first.putArray("factIds").add("clm_invented");
        }
    }

    private static void sentence(ObjectNode answer) {
        if (answer.path("steps").path(0) instanceof ObjectNode step) {
            var invented = Json.object()
                    .put("text", "Your competitor saved 4 million euros with us last year.")
                    .put("paragraph", 2)
                    .put("opinion", false);
            invented.putArray("factIds");
            invented.putArray("proofPointIds");
            step.withArray("sentences").add(invented);
        }
    }
}
