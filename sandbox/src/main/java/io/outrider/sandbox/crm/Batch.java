package io.outrider.sandbox.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outrider.sandbox.http.Json;
import io.outrider.sandbox.http.Reply;
import java.util.function.Function;

/** POST /batch/{read,create,update,upsert}: up to a hundred inputs, each with a result or an error. */
final class Batch {

    private static final int MOST = 100;

    private Batch() {}

    static Reply run(ObjectStore store, String verb, JsonNode body) {
        return switch (verb) {
            case "read" ->
                each(
                        body,
                        200,
                        input -> store.get(id(input), body.path("idProperty").asText(""))
                                .json());
            case "create" ->
                each(body, 201, input -> store.create(Crm.properties(input)).json());
            case "update" ->
                each(
                        body,
                        200,
                        input -> store.update(id(input), idProperty(input), Crm.properties(input))
                                .json());
            case "upsert" -> each(body, 200, input -> upsert(store, input));
            default -> throw CrmError.notFound("batch/" + verb);
        };
    }

    private static ObjectNode upsert(ObjectStore store, JsonNode input) {
        var done = store.upsert(id(input), idProperty(input), Crm.properties(input));
        return done.getKey().json().put("new", done.getValue());
    }

    private static Reply each(JsonNode body, int status, Function<JsonNode, ObjectNode> deed) {
        var inputs = body.path("inputs");
        if (!inputs.isArray() || inputs.isEmpty() || inputs.size() > MOST) {
            throw CrmError.invalid("inputs must have 1 to " + MOST + " entries");
        }
        var json = Json.object().put("status", "COMPLETE");
        var results = json.putArray("results");
        var errors = Json.array();
        for (var input : inputs) {
            try {
                results.add(deed.apply(input));
            } catch (CrmError e) {
                errors.addObject().put("status", "error").put("message", e.getMessage());
            }
        }
        if (errors.isEmpty()) {
            return Json.reply(status, json);
        }
        json.put("numErrors", errors.size()).set("errors", errors);
        return Json.reply(207, json);
    }

    private static String id(JsonNode input) {
        return input.path("id").asText("");
    }

    private static String idProperty(JsonNode input) {
        return input.path("idProperty").asText("");
    }
}
