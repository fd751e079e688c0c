package io.outrider.sandbox.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Checks schemas as OpenAI does and compiles each only once. */
final class Schemas {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
    private static final int MOST = 500;

    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private final Map<JsonNode, AnswerSchema> compiled = new ConcurrentHashMap<>();

    /**
     * @param format the request's {@code response_format.json_schema}
     * @throws Refusal if it lacks what OpenAI asks for
     */
    AnswerSchema accept(JsonNode format) {
        var known = compiled.get(format);
        if (known != null) {
            return known;
        }
        var name = format.path("name").asText("");
        if (!NAME.matcher(name).matches()) {
            throw new Refusal(
                    "Missing or invalid 'response_format.json_schema.name'.", "response_format.json_schema.name");
        }
        var schema = format.path("schema");
        if (!schema.isObject() || !schema.path("type").asText().equals("object")) {
            throw refused(name, "schema must be a JSON Schema of 'type: \"object\"'");
        }
        if (format.path("strict").asBoolean(false)) {
            strict(name, schema);
        }
        var ready = new AnswerSchema(schema, factory.getSchema(schema));
        if (compiled.size() < MOST) {
            compiled.put(format, ready);
        }
        return ready;
    }

    /** In strict mode every object closes itself and requires all of its properties. */
    private static void strict(String name, JsonNode schema) {
        if (schema.has("properties")) {
            var extra = schema.path("additionalProperties");
            if (!extra.isBoolean() || extra.asBoolean()) {
                throw refused(name, "'additionalProperties' is required to be supplied and to be false");
            }
            schema.path("properties").fieldNames().forEachRemaining(property -> {
                for (var required : schema.path("required")) {
                    if (required.asText().equals(property)) {
                        return;
                    }
                }
                throw refused(
                        name,
                        "'required' is required to be supplied and to be an array including every key in "
                                + "properties. Missing '" + property + "'");
            });
        }
        schema.forEach(child -> strict(name, child));
    }

    private static Refusal refused(String name, String why) {
        return new Refusal(
                "Invalid schema for response_format '" + name + "': In context=(), " + why + ".", "response_format");
    }
}
