package io.outrider.orchestrator.connector.crm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outrider.orchestrator.connector.http.Json;
import io.outrider.orchestrator.connector.http.NotUnderstood;
import java.util.Map;
import java.util.TreeMap;

/** Reads the payloads of crm.company.upsert and crm.contact.upsert. */
final class UpsertPayload {

    private UpsertPayload() {}

    /** {"crmId", "domain", "name", "properties": {...}}. */
    static Upsert.Wanted company(ObjectNode payload) {
        var properties = properties(payload);
        var name = payload.path("name").asText("");
        if (!name.isBlank()) {
            properties.put("name", name);
        }
        properties.remove("domain");
        return new Upsert.Wanted(
                "companies",
                payload.path("crmId").asText(""),
                "domain",
                Json.text(payload, "/domain", "the payload"),
                properties,
                "");
    }

    /** {"email", "domain", "firstName", "lastName", "title", "properties": {...}}; the domain is the company's. */
    static Upsert.Wanted contact(ObjectNode payload) {
        var properties = properties(payload);
        Map.of("firstName", "firstname", "lastName", "lastname", "title", "jobtitle")
                .forEach((from, to) -> {
                    var value = payload.path(from).asText("");
                    if (!value.isBlank()) {
                        properties.put(to, value);
                    }
                });
        properties.remove("email");
        return new Upsert.Wanted(
                "contacts",
                "",
                "email",
                Json.text(payload, "/email", "the payload"),
                properties,
                payload.path("domain").asText(""));
    }

    private static Map<String, String> properties(ObjectNode payload) {
        var properties = new TreeMap<String, String>();
        payload.path("properties").properties().forEach(entry -> {
            if (entry.getValue().isContainerNode()) {
                throw new NotUnderstood("the payload's property " + entry.getKey() + " is not a single value");
            }
            properties.put(entry.getKey(), entry.getValue().asText());
        });
        return properties;
    }
}
