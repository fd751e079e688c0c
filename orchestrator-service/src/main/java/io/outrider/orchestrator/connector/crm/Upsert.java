package io.outrider.orchestrator.connector.crm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.outrider.orchestrator.connector.Making;
import io.outrider.orchestrator.connector.Making.Turn;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.crm.Associations.Tie;
import io.outrider.orchestrator.connector.http.Answer;
import io.outrider.orchestrator.connector.http.Found;
import io.outrider.orchestrator.connector.http.Judge;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes one record of one kind: found by its key and filled in, or made. */
final class Upsert {

    /** HubSpot's own number of the tie from a contact to its company. */
    private static final int TO_COMPANY = 279;

    /** Where HubSpot keeps the other addresses of a merged contact, and the other domains of a company. */
    private static final Map<String, String> SECOND_KEYS =
            Map.of("contacts", "hs_additional_emails", "companies", "hs_additional_domains");

    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final String AGAIN = ":again";

    /**
     * What to write.
     *
     * @param type for example "companies"
     * @param id the CRM's own, where the caller knows it; empty where not
     * @param keyProperty for example "domain"
     * @param properties without the key
     * @param company the domain of the one that a new record belongs to; empty for none
     */
    record Wanted(
            String type, String id, String keyProperty, String key, Map<String, String> properties, String company) {

        /** Without an id that turned out to be gone. */
        Wanted unknown() {
            return new Wanted(type, "", keyProperty, key, properties, company);
        }

        Making.Key makingKey() {
            return new Making.Key(type, key);
        }
    }

    private final CrmApi api;
    private final FieldPolicy policy;
    private final Associations associations;
    private final Making making;
    private final Judge judge;

    Upsert(CrmApi api, FieldPolicy policy, Associations associations, Making making, Judge judge) {
        this.api = api;
        this.policy = policy;
        this.associations = associations;
        this.making = making;
        this.judge = judge;
    }

    Outcome execute(Wanted wanted, String idempotencyKey) {
        var forbidden = policy.forbidden(wanted.properties());
        if (!forbidden.isEmpty()) {
            return new Outcome.Refused(
                    "these fields are not on the list that may be written: " + FieldPolicy.list(forbidden));
        }
        return switch (find(wanted)) {
            case Found.Failed<CrmRecord>(Outcome outcome) -> outcome;
            case Found.Here<CrmRecord>(CrmRecord there) -> update(wanted, there, idempotencyKey);
            case Found.Nowhere<CrmRecord> ignored -> create(wanted, idempotencyKey);
        };
    }

    /** By the id that the caller knows, the key, or where the CRM keeps further keys of merged records. */
    private Found<CrmRecord> find(Wanted wanted) {
        var fields = wanted.properties().keySet();
        if (!wanted.id().isEmpty()) {
            var known = api.read(wanted.type(), wanted.id(), fields);
            if (!(known instanceof Found.Nowhere<CrmRecord>)) {
                return known;
            }
        }
        var found = api.find(wanted.type(), wanted.keyProperty(), wanted.key(), fields);
        var second = SECOND_KEYS.get(wanted.type());
        return found instanceof Found.Nowhere<CrmRecord> && second != null
                ? api.findToken(wanted.type(), second, wanted.key(), fields)
                : found;
    }

    /** The search index lags behind what people write: only the record itself says what stands in it now. */
    private Outcome update(Wanted wanted, CrmRecord found, String idempotencyKey) {
        return switch (api.read(wanted.type(), found.id(), wanted.properties().keySet())) {
            case Found.Failed<CrmRecord>(Outcome outcome) -> outcome;
            case Found.Here<CrmRecord>(CrmRecord present) -> fill(wanted, present, idempotencyKey);
            case Found.Nowhere<CrmRecord> ignored -> afterMerge(wanted.unknown(), idempotencyKey);
        };
    }

    private Outcome fill(Wanted wanted, CrmRecord present, String idempotencyKey) {
        var plan = policy.plan(wanted.properties(), present.properties());
        var detail = plan.kept().isEmpty() ? "" : "; kept what was there: " + FieldPolicy.list(plan.kept());
        if (plan.write().isEmpty()) {
            return new Outcome.Done(present.id(), "nothing to change" + detail);
        }
        var before = BeforeImage.updated(wanted.type(), present, plan.write());
        var answer = api.update(wanted.type(), present.id(), plan.write(), idempotencyKey);
        if (answer instanceof Answer.Complete whole && whole.status() == NOT_FOUND) {
            return afterMerge(wanted.unknown(), idempotencyKey);
        }
        return judge.ofWrite(
                answer,
                whole -> new Outcome.Done(
                        CrmApi.idIn(whole), "updated " + plan.write().keySet() + detail, before));
    }

    private Outcome create(Wanted wanted, String idempotencyKey) {
        return switch (associations.of(List.of(new Tie("companies", "domain", wanted.company(), TO_COMPANY)))) {
            case Found.Failed<ArrayNode>(Outcome outcome) -> outcome;
            case Found.Here<ArrayNode>(ArrayNode tied) -> createInTurn(wanted, tied, idempotencyKey);
            case Found.Nowhere<ArrayNode> ignored -> throw new IllegalStateException("Ties are there or failed");
        };
    }

    /** HubSpot takes two companies of one domain, and its index names neither for some seconds. */
    private Outcome createInTurn(Wanted wanted, ArrayNode tied, String idempotencyKey) {
        return switch (making.take(wanted.makingKey(), idempotencyKey)) {
            case Turn.Wait(Duration time, String reason) -> new Outcome.Busy(time, reason);
            case Turn.Made(String id) -> fillMade(wanted, id, idempotencyKey);
            case Turn.Ours ignored -> createNow(wanted, tied, idempotencyKey);
        };
    }

    private Outcome fillMade(Wanted wanted, String id, String idempotencyKey) {
        return switch (api.read(wanted.type(), id, wanted.properties().keySet())) {
            case Found.Failed<CrmRecord>(Outcome outcome) -> outcome;
            case Found.Here<CrmRecord>(CrmRecord present) -> fill(wanted, present, idempotencyKey);
            case Found.Nowhere<CrmRecord> ignored -> {
                making.gone(wanted.makingKey(), id);
                yield new Outcome.Busy(AT_ONCE, "the record that was made before is gone");
            }
        };
    }

    private Outcome createNow(Wanted wanted, ArrayNode tied, String idempotencyKey) {
        var properties = new TreeMap<>(wanted.properties());
        properties.put(wanted.keyProperty(), wanted.key());
        var answer = api.create(wanted.type(), properties, tied, idempotencyKey);
        var outcome = judge.ofWrite(answer, whole -> {
            var id = CrmApi.idIn(whole);
            return new Outcome.Done(id, "created", BeforeImage.created(wanted.type(), id));
        });
        switch (outcome) {
            case Outcome.Done done -> making.made(wanted.makingKey(), idempotencyKey, done.externalId());
            case Outcome.Unknown ignored -> {}
            default -> making.left(wanted.makingKey(), idempotencyKey);
        }
        return answer instanceof Answer.Complete whole && whole.status() == CONFLICT
                ? afterConflict(wanted, answer, idempotencyKey)
                : outcome;
    }

    /** Somebody merged or removed the record after we looked: whatever is there by its key now is filled in, or made. */
    private Outcome afterMerge(Wanted wanted, String idempotencyKey) {
        if (idempotencyKey.endsWith(AGAIN)) {
            // The index still names what is gone. Nothing was written; later it will know better.
            return new Outcome.Busy(SOON, "the CRM finds a record that it does not have");
        }
        return switch (find(wanted)) {
            case Found.Failed<CrmRecord>(Outcome outcome) -> outcome;
            case Found.Here<CrmRecord>(CrmRecord present) -> update(wanted, present, idempotencyKey + AGAIN);
            case Found.Nowhere<CrmRecord> ignored -> create(wanted, idempotencyKey + AGAIN);
        };
    }

    /** Somebody made the record after we looked. */
    private Outcome afterConflict(Wanted wanted, Answer conflict, String idempotencyKey) {
        return switch (find(wanted)) {
            case Found.Failed<CrmRecord>(Outcome outcome) -> outcome;
            case Found.Here<CrmRecord>(CrmRecord present) -> update(wanted, present, idempotencyKey + ":update");
            case Found.Nowhere<CrmRecord> ignored -> judge.ofWrite(conflict, whole -> new Outcome.Done("", ""));
        };
    }
}
