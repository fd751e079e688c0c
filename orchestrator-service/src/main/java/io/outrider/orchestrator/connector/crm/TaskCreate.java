package io.outrider.orchestrator.connector.crm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.crm.Associations.Tie;
import io.outrider.orchestrator.connector.http.Found;
import io.outrider.orchestrator.connector.http.Json;
import io.outrider.orchestrator.connector.http.Judge;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes a task for a person, tied to the company and the contact where the CRM knows them. */
final class TaskCreate {

    /** HubSpot's own association types from a task. */
    private static final int TO_COMPANY = 192;

    private static final int TO_CONTACT = 204;

    private final CrmApi api;
    private final Associations associations;
    private final Judge judge;

    TaskCreate(CrmApi api, Associations associations, Judge judge) {
        this.api = api;
        this.associations = associations;
        this.judge = judge;
    }

    /** Of {"subject", "body", "dueDate", "domain", "contactEmail", "ownerId"}. */
    Outcome execute(ObjectNode payload, String idempotencyKey) {
        var properties = new TreeMap<String, String>();
        properties.put("hs_task_subject", Json.text(payload, "/subject", "the payload"));
        properties.put("hs_task_body", payload.path("body").asText(""));
        properties.put("hs_timestamp", timestamp(Json.text(payload, "/dueDate", "the payload")));
        properties.put("hs_task_status", "NOT_STARTED");
        var owner = payload.path("ownerId").asText("");
        if (!owner.isBlank()) {
            properties.put("hubspot_owner_id", owner);
        }
        var ties = List.of(
                new Tie("companies", "domain", payload.path("domain").asText(""), TO_COMPANY),
                new Tie("contacts", "email", payload.path("contactEmail").asText(""), TO_CONTACT));
        return switch (associations.of(ties)) {
            case Found.Failed<ArrayNode>(Outcome outcome) -> outcome;
            case Found.Here<ArrayNode>(ArrayNode tied) -> create(properties, tied, idempotencyKey);
            case Found.Nowhere<ArrayNode> ignored -> throw new IllegalStateException("Ties are there or failed");
        };
    }

    private Outcome create(Map<String, String> properties, ArrayNode tied, String idempotencyKey) {
        return judge.ofWrite(api.create("tasks", properties, tied, idempotencyKey), whole -> {
            var id = CrmApi.idIn(whole);
            return new Outcome.Done(id, "task created", BeforeImage.task(id));
        });
    }

    /** Midday UTC, so that the date is the same one nearly everywhere. */
    private static String timestamp(String dueDate) {
        return dueDate.length() == "2026-01-31".length() ? dueDate + "T12:00:00Z" : dueDate;
    }
}
