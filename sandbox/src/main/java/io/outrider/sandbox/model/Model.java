package io.outrider.sandbox.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outrider.sandbox.fault.Spoil;
import io.outrider.sandbox.http.Json;
import io.outrider.sandbox.http.Reply;
import io.outrider.sandbox.http.Request;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The OpenAI-compatible door to a model that is honest about being simulated: {@code system_fingerprint} says so, and it
 * answers only from the fences of the prompt.
 */
public final class Model {

    private static final int CHARS_PER_TOKEN = 4;

    private final Schemas schemas = new Schemas();
    private final Answerer findings = new FindingsAnswerer();
    private final Answerer answers = new AnswersAnswerer();
    private final Answerer drafts = new DraftAnswerer();
    private final AtomicLong number = new AtomicLong();
    private final Clock clock;

    public Model(Clock clock) {
        this.clock = clock;
    }

    /** Answers a chat completion or the list of models, spoilt as asked. */
    public Reply answer(Request request, Spoil spoil) {
        if (!request.hasBearer()) {
            return error(401, "You didn't provide an API key.", "invalid_api_key", "");
        }
        try {
            return switch (request.method() + " " + request.path()) {
                case "GET /v1/models" -> models();
                case "POST /v1/chat/completions" -> complete(ChatRequest.of(Json.readObject(request.body())), spoil);
                default -> error(404, "Unknown request URL: " + request.path(), "unknown_url", "");
            };
        } catch (Refusal e) {
            return error(400, String.valueOf(e.getMessage()), "invalid_request", e.param());
        }
    }

    private Reply complete(ChatRequest chat, Spoil spoil) {
        var type = chat.format().path("type").asText("text");
        if (!type.equals("json_schema")) {
            var text = type.equals("json_object") ? "{}" : "This is a simulated model; it answers JSON schemas.";
            return completion(chat, text);
        }
        var schema = schemas.accept(chat.format().path("json_schema"));
        var shape = new Shape(schema.root());
        var answer = shape.fit(draft(chat, schema));
        if (!schema.accepts(answer)) {
            return error(500, "The simulated model found no answer of this schema.", "server_error", "response_format");
        }
        if (answer instanceof ObjectNode object) {
            Spoiler.spoil(object, spoil);
        }
        return completion(chat, Spoiler.write(answer.toString(), spoil));
    }

    private ObjectNode draft(ChatRequest chat, AnswerSchema schema) {
        var fences = new Fences(chat.prompt());
        if (schema.asks("claims")) {
            return findings.answer(fences);
        } else if (schema.asks("answers")) {
            return answers.answer(fences);
        } else if (schema.asks("steps")) {
            return drafts.answer(fences);
        }
        return Json.object();
    }

    private Reply completion(ChatRequest chat, String content) {
        var json = Json.object()
                .put("id", "chatcmpl-sandbox-" + number.incrementAndGet())
                .put("object", "chat.completion")
                .put("created", clock.instant().getEpochSecond())
                .put("model", chat.model())
                .put("system_fingerprint", "simulated");
        var choice = json.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
        choice.putObject("message").put("role", "assistant").put("content", content);
        var in = Math.max(1, chat.chars() / CHARS_PER_TOKEN);
        var out = Math.max(1, content.length() / CHARS_PER_TOKEN);
        json.putObject("usage")
                .put("prompt_tokens", in)
                .put("completion_tokens", out)
                .put("total_tokens", in + out);
        return Json.reply(200, json);
    }

    private static Reply models() {
        var names = List.of("sandbox-fast", "sandbox-large");
        var data = names.stream()
                .map(name -> Map.of("id", name, "object", "model", "created", 0, "owned_by", "sandbox"))
                .toList();
        return Json.reply(200, Map.of("object", "list", "data", data));
    }

    private static Reply error(int status, String message, String code, String param) {
        var json = Json.object();
        json.putObject("error")
                .put("message", message)
                .put("type", status == 500 ? "server_error" : "invalid_request_error")
                .put("param", param)
                .put("code", code);
        return Json.reply(status, json);
    }
}
