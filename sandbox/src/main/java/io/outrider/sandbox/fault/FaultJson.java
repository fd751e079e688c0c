package io.outrider.sandbox.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outrider.sandbox.http.BadJson;
import io.outrider.sandbox.http.Json;
import java.util.ArrayList;
import java.util.Locale;

/** Fault rules as JSON: {@code {"seed": 7, "rules": [{"kind": "model", "status": 429, "retryAfter": 2}]}}. */
public final class FaultJson {

    private FaultJson() {}

    public static ObjectNode write(Faults faults) {
        var json = Json.object().put("seed", faults.seed());
        var rules = json.putArray("rules");
        faults.rules().forEach(rule -> rules.add(write(rule)));
        return json;
    }

    /**
     * Replaces the faults in force.
     *
     * @throws BadJson if a rule is not understood; then nothing is changed
     */
    public static void apply(JsonNode json, Faults faults) {
        var rules = new ArrayList<FaultRule>();
        json.path("rules").forEach(rule -> rules.add(read(rule)));
        faults.set(rules, json.path("seed").asLong(0));
    }

    private static FaultRule read(JsonNode json) {
        try {
            return new FaultRule(
                    json.path("kind").asText(""),
                    json.path("method").asText(""),
                    json.path("path").asText(""),
                    json.path("host").asText(""),
                    latency(json.path("latency")),
                    json.path("status").asInt(0),
                    json.path("retryAfter").asInt(0),
                    Cut.valueOf(upper(json.path("cut").asText("none"))),
                    Spoil.valueOf(upper(json.path("spoil").asText("none"))),
                    json.path("probability").asDouble(1),
                    json.path("times").asInt(0));
        } catch (IllegalArgumentException e) {
            throw new BadJson(String.valueOf(e.getMessage()));
        }
    }

    private static Latency latency(JsonNode json) {
        if (json.has("median")) {
            return new Latency.LogNormal(
                    json.path("median").asLong(), json.path("sigma").asDouble(0.5));
        } else if (json.has("from")) {
            return new Latency.Uniform(
                    json.path("from").asLong(), json.path("to").asLong());
        }
        return new Latency.Fixed(json.asLong(0));
    }

    private static ObjectNode write(FaultRule rule) {
        var json = Json.object()
                .put("kind", rule.kind())
                .put("method", rule.method())
                .put("path", rule.pathPrefix())
                .put("host", rule.host())
                .put("status", rule.status())
                .put("retryAfter", rule.retryAfterSeconds())
                .put("cut", lower(rule.cut()))
                .put("spoil", lower(rule.spoil()))
                .put("probability", rule.probability())
                .put("times", rule.times());
        switch (rule.latency()) {
            case Latency.Fixed(long ms) -> json.put("latency", ms);
            case Latency.Uniform(long from, long to) ->
                json.putObject("latency").put("from", from).put("to", to);
            case Latency.LogNormal(long median, double sigma) ->
                json.putObject("latency").put("median", median).put("sigma", sigma);
        }
        return json;
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
