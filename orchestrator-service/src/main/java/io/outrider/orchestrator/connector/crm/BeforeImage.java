package io.outrider.orchestrator.connector.crm;

import io.outrider.orchestrator.connector.http.Json;
import java.util.Collection;

/** What stood in the CRM before a write, as the JSON that undo reads: id, whether we made the record, old values. */
final class BeforeImage {

    private BeforeImage() {}

    static byte[] created(String id) {
        var json = Json.object().put("id", id).put("created", true);
        json.putObject("properties");
        return Json.write(json);
    }

    static byte[] updated(CrmRecord present, Collection<String> written) {
        var json = Json.object().put("id", present.id()).put("created", false);
        var properties = json.putObject("properties");
        written.stream()
                .sorted()
                .forEach(field -> properties.put(field, present.properties().getOrDefault(field, "")));
        return Json.write(json);
    }
}
