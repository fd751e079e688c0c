package io.outrider.orchestrator.connector.crm;

import io.outrider.orchestrator.connector.Connector;
import io.outrider.orchestrator.connector.Effect;
import io.outrider.orchestrator.connector.Making;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.Undoing;
import io.outrider.orchestrator.connector.http.Json;
import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.http.NotUnderstood;
import java.util.List;

/** Companies, contacts, deals and tasks in HubSpot's CRM. */
public final class HubSpotCrm implements Connector, Undoing {

    private final Upsert upsert;
    private final TaskCreate tasks;
    private final DealUpdate deals;
    private final Undo undo;

    /** @param fields that may be filled in besides our own */
    public HubSpotCrm(JsonApi api, List<String> fields, Making making, Judge judge) {
        var crm = new CrmApi(api, judge);
        var associations = new Associations(crm, making);
        this.upsert = new Upsert(crm, new FieldPolicy(fields), associations, making, judge);
        this.tasks = new TaskCreate(crm, associations, judge);
        this.deals = new DealUpdate(crm, judge);
        this.undo = new Undo(crm, judge);
    }

    @Override
    public String name() {
        return "crm";
    }

    @Override
    public Outcome execute(Effect effect) {
        try {
            var payload = Json.readObject(effect.payload(), "the payload");
            return switch (effect.actionType()) {
                case "crm.company.upsert" -> upsert.execute(UpsertPayload.company(payload), effect.idempotencyKey());
                case "crm.contact.upsert" -> upsert.execute(UpsertPayload.contact(payload), effect.idempotencyKey());
                case "crm.deal.update" -> deals.execute(payload, effect.idempotencyKey());
                case "task.create" -> tasks.execute(payload, effect.idempotencyKey());
                default -> new Outcome.Refused("the CRM does not do " + effect.actionType());
            };
        } catch (NotUnderstood e) {
            return new Outcome.Refused(e.problem());
        }
    }

    @Override
    public Undone undo(byte[] beforeImage, String idempotencyKey) {
        try {
            return undo.execute(BeforeImage.read(beforeImage), idempotencyKey);
        } catch (NotUnderstood e) {
            return new Undone(new Outcome.Refused(e.problem()));
        }
    }
}
