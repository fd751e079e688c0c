package io.outrider.orchestrator.connector.crm;

import com.fasterxml.jackson.databind.JsonNode;
import io.outrider.orchestrator.connector.http.Json;
import java.util.HashMap;
import java.util.Map;

/** One record as the CRM holds it. */
record CrmRecord(String id, Map<String, String> properties) {

    static CrmRecord of(JsonNode json) {
        var properties = new HashMap<String, String>();
        json.path("properties").properties().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                properties.put(entry.getKey(), entry.getValue().asText());
            }
        });
        return new CrmRecord(Json.text(json, "/id", "the record"), properties);
    }
}
