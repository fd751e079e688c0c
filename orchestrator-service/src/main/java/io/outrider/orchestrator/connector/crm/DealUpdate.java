package io.outrider.orchestrator.connector.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.http.Found;
import io.outrider.orchestrator.connector.http.Json;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.http.NotUnderstood;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Moves a deal, of {"dealId", "expected": {...}, "properties": {...}}. A field is written where it holds what was expected
 * when the move was proposed; what a person has moved since stays. Prices, discounts and terms cannot be named.
 */
final class DealUpdate {

    private static final String DEALS = "deals";

    /** Besides our own. A closed list: what decides money is not on it. */
    private static final List<String> FIELDS = List.of("dealstage", "hs_next_step");

    private final CrmApi api;
    private final Judge judge;

    DealUpdate(CrmApi api, Judge judge) {
        this.api = api;
        this.judge = judge;
    }

    Outcome execute(ObjectNode payload, String idempotencyKey) {
        var id = Json.text(payload, "/dealId", "the payload");
        var wanted = values(payload.path("properties"));
        var policy = new FieldPolicy(FIELDS);
        var forbidden = policy.forbidden(wanted);
        if (!forbidden.isEmpty()) {
            return new Outcome.Refused(
                    "these fields of a deal are not on the list that may be written: " + FieldPolicy.list(forbidden));
        }
        return switch (api.read(DEALS, id, wanted.keySet())) {
            case Found.Failed<CrmRecord>(Outcome outcome) -> outcome;
            case Found.Nowhere<CrmRecord> ignored -> new Outcome.Refused("there is no deal " + id);
            case Found.Here<CrmRecord>(CrmRecord present) ->
                update(present, wanted, values(payload.path("expected")), idempotencyKey);
        };
    }

    private Outcome update(
            CrmRecord present, Map<String, String> wanted, Map<String, String> expected, String idempotencyKey) {
        var write = new TreeMap<String, String>();
        var kept = new TreeSet<String>();
        wanted.forEach((field, value) -> {
            var now = present.properties().getOrDefault(field, "");
            if (now.equals(value)) {
                return;
            }
            var ours = field.startsWith(FieldPolicy.OWN) || now.isBlank() || now.equals(expected.get(field));
            if (ours) {
                write.put(field, value);
            } else {
                kept.add(field);
            }
        });
        var detail = kept.isEmpty() ? "" : "; moved by somebody else, so kept: " + String.join(", ", kept);
        if (write.isEmpty()) {
            return new Outcome.Done(present.id(), "nothing to change" + detail);
        }
        var before = BeforeImage.updated(DEALS, present, write);
        return judge.ofWrite(
                api.update(DEALS, present.id(), write, idempotencyKey),
                whole -> new Outcome.Done(CrmApi.idIn(whole), "updated " + write.keySet() + detail, before));
    }

    private static Map<String, String> values(JsonNode json) {
        var values = new TreeMap<String, String>();
        json.properties().forEach(entry -> {
            if (entry.getValue().isContainerNode()) {
                throw new NotUnderstood("the payload's property " + entry.getKey() + " is not a single value");
            }
            values.put(entry.getKey(), entry.getValue().asText());
        });
        return values;
    }
}
