package io.outrider.sandbox.crm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outrider.sandbox.http.Json;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** One record at one time. */
record CrmObject(String id, Map<String, String> properties, Instant created, Instant updated) {

    CrmObject {
        properties = Map.copyOf(properties);
    }

    String property(String name) {
        return properties.getOrDefault(name, "");
    }

    CrmObject with(Map<String, String> more, Instant now) {
        var all = new TreeMap<>(properties);
        all.putAll(more);
        return new CrmObject(id, all, created, now);
    }

    ObjectNode json() {
        var json = Json.object().put("id", id);
        var shown = json.putObject("properties");
        new TreeMap<>(properties).forEach(shown::put);
        shown.put("createdate", created.toString());
        shown.put("hs_lastmodifieddate", updated.toString());
        shown.put("hs_object_id", id);
        return json.put("createdAt", created.toString())
                .put("updatedAt", updated.toString())
                .put("archived", false);
    }
}
