package io.outrider.sandbox.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outrider.sandbox.fault.Spoil;
import io.outrider.sandbox.http.Json;
import io.outrider.sandbox.http.Reply;
import io.outrider.sandbox.http.Request;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Asks the model as a client would, without a network. */
final class Ask {

    static final ObjectNode TEXT = typed("string");
    static final ObjectNode NUMBER = typed("number");

    private final Model model = new Model(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    JsonNode forJson(String prompt, ObjectNode schema) {
        return Json.read(Buffer.buffer(content(raw(prompt, schema, true, Spoil.NONE))));
    }

    String spoilt(String prompt, ObjectNode schema, Spoil how) {
        return content(raw(prompt, schema, true, how));
    }

    Reply raw(String prompt, ObjectNode schema, boolean strict, Spoil how) {
        var body = Json.object().put("model", "sandbox-fast");
        body.putArray("messages").addObject().put("role", "user").put("content", prompt);
        var format =
                body.putObject("response_format").put("type", "json_schema").putObject("json_schema");
        format.put("name", "Answer").put("strict", strict).set("schema", schema);
        var headers = MultiMap.caseInsensitiveMultiMap().add("Authorization", "Bearer key");
        var path = "/v1/chat/completions";
        return model.answer(
                new Request("POST", "127.0.0.1", path, MultiMap.caseInsensitiveMultiMap(), headers, Json.write(body)),
                how);
    }

    static String content(Reply reply) {
        return Json.read(reply.body()).at("/choices/0/message/content").asText();
    }

    static ObjectNode object(Object... namesAndTypes) {
        var schema = Json.object().put("type", "object").put("additionalProperties", false);
        var properties = schema.putObject("properties");
        var required = schema.putArray("required");
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            properties.set((String) namesAndTypes[i], (JsonNode) namesAndTypes[i + 1]);
            required.add((String) namesAndTypes[i]);
        }
        return schema;
    }

    static ObjectNode list(JsonNode items) {
        var schema = Json.object().put("type", "array");
        schema.set("items", items);
        return schema;
    }

    static ObjectNode typed(String type) {
        return Json.object().put("type", type);
    }

    static ObjectNode oneOf(List<String> names) {
        var schema = typed("string");
        names.forEach(schema.putArray("enum")::add);
        return schema;
    }

    static ObjectNode findings() {
        return object(
                "claims",
                list(object("predicate", TEXT, "value", TEXT, "quote", TEXT, "pageId", TEXT, "confidence", NUMBER)),
                "summaryClaimIndexes",
                list(typed("integer")),
                "hooks",
                list(object("text", TEXT, "claimIndexes", list(typed("integer")))));
    }

    static ObjectNode answers() {
        var answer = oneOf(List.of("YES", "NO", "UNKNOWN"));
        return object(
                "answers",
                list(object(
                        "questionId",
                        TEXT,
                        "answer",
                        answer,
                        "rationale",
                        TEXT,
                        "factIds",
                        list(TEXT),
                        "confidence",
                        NUMBER)));
    }

    static ObjectNode draft() {
        var sentence = object(
                "text",
                TEXT,
                "paragraph",
                typed("integer"),
                "factIds",
                list(TEXT),
                "proofPointIds",
                list(TEXT),
                "opinion",
                typed("boolean"));
        return object("rationale", TEXT, "steps", list(object("subject", TEXT, "sentences", list(sentence))));
    }
}
