package io.outrider.orchestrator.connector.crm;

import com.fasterxml.jackson.databind.JsonNode;
import io.outrider.orchestrator.connector.http.Answer;
import io.outrider.orchestrator.connector.http.Found;
import io.outrider.orchestrator.connector.http.Json;
import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.http.NotUnderstood;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** The few calls of HubSpot's CRM v3 API that we make. There is none that deletes. */
final class CrmApi {

    private static final String OBJECTS = "/crm/v3/objects/";
    private static final int NOT_FOUND = 404;

    private final JsonApi api;
    private final Judge judge;

    CrmApi(JsonApi api, Judge judge) {
        this.api = api;
        this.judge = judge;
    }

    /** @param type for example "companies" */
    Found<CrmRecord> find(String type, String property, String value, Collection<String> fields) {
        return find(type, property, "EQ", value, fields);
    }

    /** By one of several values that a property holds. */
    Found<CrmRecord> findToken(String type, String property, String value, Collection<String> fields) {
        return find(type, property, "CONTAINS_TOKEN", value, fields);
    }

    private Found<CrmRecord> find(
            String type, String property, String operator, String value, Collection<String> fields) {
        var query = Json.object().put("limit", 1);
        query.putArray("filterGroups")
                .addObject()
                .putArray("filters")
                .addObject()
                .put("propertyName", property)
                .put("operator", operator)
                .put("value", value);
        var properties = query.putArray("properties").add(property);
        fields.stream().sorted().forEach(properties::add);
        return switch (api.search(OBJECTS + type + "/search", query)) {
            case Answer.Complete whole when whole.isSuccess() -> first(whole);
            case Answer failed -> new Found.Failed<>(judge.ofFailedRead(failed));
        };
    }

    Found<CrmRecord> read(String type, String id, Collection<String> fields) {
        var names = JsonApi.encoded(fields.stream().sorted().collect(Collectors.joining(",")));
        return switch (api.get(OBJECTS + type + "/" + JsonApi.encoded(id) + "?properties=" + names)) {
            case Answer.Complete whole when whole.status() == NOT_FOUND -> new Found.Nowhere<>();
            case Answer.Complete whole when whole.isSuccess() -> one(whole);
            case Answer failed -> new Found.Failed<>(judge.ofFailedRead(failed));
        };
    }

    Answer create(String type, Map<String, String> properties, JsonNode associations, String idempotencyKey) {
        var body = Json.object();
        body.set("properties", sorted(properties));
        if (!associations.isEmpty()) {
            body.set("associations", associations);
        }
        return api.write("POST", OBJECTS + type, body, idempotencyKey);
    }

    Answer update(String type, String id, Map<String, String> properties, String idempotencyKey) {
        var body = Json.object();
        body.set("properties", sorted(properties));
        return api.write("PATCH", OBJECTS + type + "/" + JsonApi.encoded(id), body, idempotencyKey);
    }

    /** @throws NotUnderstood where the answer holds none */
    static String idIn(Answer.Complete whole) {
        return Json.text(Json.readObject(whole.body(), "the answer"), "/id", "the answer");
    }

    private Found<CrmRecord> one(Answer.Complete whole) {
        try {
            return new Found.Here<>(CrmRecord.of(Json.readObject(whole.body(), "the record")));
        } catch (NotUnderstood e) {
            return new Found.Failed<>(judge.unreadable(e));
        }
    }

    private Found<CrmRecord> first(Answer.Complete whole) {
        try {
            var results = Json.readObject(whole.body(), "the search result").path("results");
            if (!results.isArray()) {
                throw new NotUnderstood("the search result has no results");
            }
            return results.isEmpty() ? new Found.Nowhere<>() : new Found.Here<>(CrmRecord.of(results.get(0)));
        } catch (NotUnderstood e) {
            return new Found.Failed<>(judge.unreadable(e));
        }
    }

    private static JsonNode sorted(Map<String, String> properties) {
        var json = Json.object();
        properties.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> json.put(entry.getKey(), entry.getValue()));
        return json;
    }
}
