package io.outrider.orchestrator.connector.crm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.outrider.orchestrator.connector.Making;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.http.Found;
import io.outrider.orchestrator.connector.http.Json;
import java.util.List;

/** Ties a new record to others: to those that the index knows, and those we made ourselves a moment ago. */
final class Associations {

    /**
     * Another record, and HubSpot's own number of the tie to it.
     *
     * @param key empty where there is none
     */
    record Tie(String type, String keyProperty, String key, int number) {}

    private final CrmApi api;
    private final Making making;

    Associations(CrmApi api, Making making) {
        this.api = api;
        this.making = making;
    }

    /** What the CRM does not have is left out. */
    Found<ArrayNode> of(List<Tie> ties) {
        var associations = Json.object().putArray("associations");
        for (var tie : ties) {
            switch (tie.key().isBlank() ? new Found.Nowhere<CrmRecord>() : find(tie)) {
                case Found.Failed<CrmRecord>(Outcome outcome) -> {
                    return new Found.Failed<>(outcome);
                }
                case Found.Here<CrmRecord>(CrmRecord there) -> add(associations, there.id(), tie.number());
                case Found.Nowhere<CrmRecord> ignored -> {}
            }
        }
        return new Found.Here<>(associations);
    }

    private Found<CrmRecord> find(Tie tie) {
        var found = api.find(tie.type(), tie.keyProperty(), tie.key(), List.of());
        return found instanceof Found.Nowhere<CrmRecord>
                ? making.find(new Making.Key(tie.type(), tie.key()))
                        .map(id -> api.read(tie.type(), id, List.of()))
                        .orElse(found)
                : found;
    }

    private static void add(ArrayNode associations, String id, int number) {
        var association = associations.addObject();
        association.putObject("to").put("id", id);
        association
                .putArray("types")
                .addObject()
                .put("associationCategory", "HUBSPOT_DEFINED")
                .put("associationTypeId", number);
    }
}
