package io.outrider.orchestrator.connector.sequencer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outrider.orchestrator.connector.http.Answer;
import io.outrider.orchestrator.connector.http.Found;
import io.outrider.orchestrator.connector.http.Json;
import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.http.NotUnderstood;
import java.util.List;
import java.util.Map;

/** The few calls of an Outreach-shaped JSON:API that we make. */
final class OutreachApi {

    /** As many as a page may have: nobody is in more sequences. */
    private static final int PAGE = 1000;

    private static final int NOT_FOUND = 404;

    private final JsonApi api;
    private final Judge judge;

    OutreachApi(JsonApi api, Judge judge) {
        this.api = api;
        this.judge = judge;
    }

    Found<List<JsonNode>> prospects(String email) {
        return list("/prospects?filter%5Bemails%5D=" + JsonApi.encoded(email));
    }

    /** All of a prospect, running or ended. */
    Found<List<JsonNode>> sequenceStates(String prospectId) {
        return list("/sequenceStates?filter%5Bprospect%5D%5Bid%5D=" + JsonApi.encoded(prospectId) + "&page%5Bsize%5D="
                + PAGE);
    }

    Found<JsonNode> sequenceState(String id) {
        return switch (api.get("/sequenceStates/" + JsonApi.encoded(id))) {
            case Answer.Complete whole when whole.status() == NOT_FOUND -> new Found.Nowhere<>();
            case Answer.Complete whole when whole.isSuccess() -> one(whole);
            case Answer failed -> new Found.Failed<>(judge.ofFailedRead(failed));
        };
    }

    Answer createProspect(ObjectNode attributes, String idempotencyKey) {
        return api.write("POST", "/prospects", resource("prospect", attributes), idempotencyKey);
    }

    Answer updateProspect(String id, ObjectNode attributes, String idempotencyKey) {
        var body = resource("prospect", attributes);
        ((ObjectNode) body.path("data")).put("id", id);
        return api.write("PATCH", "/prospects/" + JsonApi.encoded(id), body, idempotencyKey);
    }

    /** @param related type by name: prospect, sequence, mailbox */
    Answer enrol(Map<String, String> related, String idempotencyKey) {
        var body = resource("sequenceState", Json.object());
        var relationships = ((ObjectNode) body.path("data")).putObject("relationships");
        related.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> relationships
                        .putObject(entry.getKey())
                        .putObject("data")
                        .put("type", entry.getKey())
                        .put("id", entry.getValue()));
        return api.write("POST", "/sequenceStates", body, idempotencyKey);
    }

    static String idIn(Answer.Complete whole) {
        return Json.text(Json.readObject(whole.body(), "the answer"), "/data/id", "the answer");
    }

    private Found<JsonNode> one(Answer.Complete whole) {
        try {
            var data = Json.readObject(whole.body(), "the sequence state").path("data");
            Json.text(data, "/id", "the sequence state");
            return new Found.Here<>(data);
        } catch (NotUnderstood e) {
            return new Found.Failed<>(judge.unreadable(e));
        }
    }

    private Found<List<JsonNode>> list(String path) {
        return switch (api.get(path)) {
            case Answer.Complete whole when whole.isSuccess() -> list(whole);
            case Answer failed -> new Found.Failed<>(judge.ofFailedRead(failed));
        };
    }

    private Found<List<JsonNode>> list(Answer.Complete whole) {
        try {
            var data = Json.list(Json.readObject(whole.body(), "the list"), "data", "the list");
            return data.isEmpty() ? new Found.Nowhere<>() : new Found.Here<>(data);
        } catch (NotUnderstood e) {
            return new Found.Failed<>(judge.unreadable(e));
        }
    }

    private static ObjectNode resource(String type, ObjectNode attributes) {
        var body = Json.object();
        var data = body.putObject("data").put("type", type);
        if (!attributes.isEmpty()) {
            data.set("attributes", attributes);
        }
        return body;
    }
}
