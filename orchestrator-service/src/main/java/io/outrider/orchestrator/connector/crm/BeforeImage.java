package io.outrider.orchestrator.connector.crm;

import com.fasterxml.jackson.databind.JsonNode;
import io.outrider.orchestrator.connector.http.Json;
import io.outrider.orchestrator.connector.http.NotUnderstood;
import java.util.Map;
import java.util.TreeMap;

/**
 * What undo needs to know of a write, as JSON.
 *
 * @param type for example "companies"
 * @param created whether the write made the record
 * @param before the values that the written fields had; empty for none
 * @param written the values they were given
 */
record BeforeImage(String type, String id, boolean created, Map<String, String> before, Map<String, String> written) {

    static byte[] created(String type, String id) {
        return new BeforeImage(type, id, true, Map.of(), Map.of()).bytes();
    }

    /** A task that was made is put off again, as long as nobody has begun it. */
    static byte[] task(String id) {
        var field = "hs_task_status";
        return new BeforeImage("tasks", id, false, Map.of(field, "DEFERRED"), Map.of(field, "NOT_STARTED")).bytes();
    }

    static byte[] updated(String type, CrmRecord present, Map<String, String> written) {
        var before = new TreeMap<String, String>();
        written.keySet().forEach(field -> before.put(field, present.properties().getOrDefault(field, "")));
        return new BeforeImage(type, present.id(), false, before, written).bytes();
    }

    /** @throws NotUnderstood where the bytes are no before-image of ours */
    static BeforeImage read(byte[] bytes) {
        var json = Json.readObject(bytes, "the before-image");
        return new BeforeImage(
                Json.text(json, "/type", "the before-image"),
                Json.text(json, "/id", "the before-image"),
                json.path("created").asBoolean(),
                values(json.path("properties")),
                values(json.path("written")));
    }

    private byte[] bytes() {
        var json = Json.object().put("type", type).put("id", id).put("created", created);
        var properties = json.putObject("properties");
        before.forEach(properties::put);
        var sent = json.putObject("written");
        new TreeMap<>(written).forEach(sent::put);
        return Json.write(json);
    }

    private static Map<String, String> values(JsonNode json) {
        var values = new TreeMap<String, String>();
        json.properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
        return values;
    }
}
