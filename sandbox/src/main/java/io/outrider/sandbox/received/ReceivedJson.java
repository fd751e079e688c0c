package io.outrider.sandbox.received;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outrider.sandbox.http.Json;
import java.util.List;
import java.util.Map;

/** What was received, as JSON. */
public final class ReceivedJson {

    private ReceivedJson() {}

    public static ArrayNode entries(List<Entry> entries) {
        var array = Json.array();
        entries.forEach(entry -> array.add(entry(entry)));
        return array;
    }

    public static JsonNode summary(Summary summary) {
        var json = Json.object();
        json.set("calls", counts(summary.calls()));
        json.set("effects", counts(summary.effects()));
        json.set("suppressed", counts(summary.suppressed()));
        json.set("cut", counts(summary.cut()));
        json.set("recipients", counts(summary.recipients()));
        json.set("doubled", named(summary.doubled()));
        json.set("repeatedKeys", named(summary.repeatedKeys()));
        return json;
    }

    private static ObjectNode named(Map<Kind, Map<String, Integer>> counts) {
        var json = Json.object();
        counts.forEach((kind, names) -> {
            var object = json.putObject(kind.wire());
            names.forEach(object::put);
        });
        return json;
    }

    private static ObjectNode entry(Entry entry) {
        return Json.object()
                .put("seq", entry.seq())
                .put("kind", entry.kind().wire())
                .put("time", entry.time().toString())
                .put("method", entry.method())
                .put("path", entry.path())
                .put("key", entry.key())
                .put("body", entry.body())
                .put("status", entry.status())
                .put("effect", entry.effect())
                .put("recipient", entry.recipient())
                .put("duplicate", entry.duplicate())
                .put("cut", entry.cut());
    }

    private static ObjectNode counts(Map<Kind, ? extends Number> counts) {
        var object = Json.object();
        counts.forEach((kind, count) -> object.put(kind.wire(), count.longValue()));
        return object;
    }
}
