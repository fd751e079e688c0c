package io.outrider.orchestrator.connector.sequencer;

import com.fasterxml.jackson.databind.JsonNode;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.http.Answer;
import io.outrider.orchestrator.connector.http.Found;
import io.outrider.orchestrator.connector.http.Json;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Outreach: prospects and their sequence states. */
final class Outreach implements Vendor {

    private static final int CONFLICT = 409;

    /** Nothing more goes out. Any other state is running or can be taken up again: pending, active, paused, disabled, failed. */
    private static final Set<String> ENDED = Set.of("finished", "bounced", "opted_out");

    private final OutreachApi api;
    private final String mailboxId;

    /** @param mailboxId who sends; empty leaves it to Outreach */
    Outreach(OutreachApi api, String mailboxId) {
        this.api = api;
        this.mailboxId = mailboxId;
    }

    /** custom1 and custom2 are the first message's subject and body, custom3 and custom4 the second's, and so on. */
    @Override
    public Slot slot(int number) {
        return new Slot("custom" + (2 * number - 1), "custom" + 2 * number);
    }

    @Override
    public Found<Person> find(Enrolment.Contact contact, Collection<String> fields) {
        return switch (api.prospects(contact.email())) {
            case Found.Failed<List<JsonNode>>(Outcome outcome) -> new Found.Failed<>(outcome);
            case Found.Nowhere<List<JsonNode>> ignored -> new Found.Nowhere<>();
            case Found.Here<List<JsonNode>>(List<JsonNode> all) -> {
                var first = all.getFirst();
                yield new Found.Here<>(
                        new Person(first.path("id").asText(), Json.texts(first.path("attributes"), fields)));
            }
        };
    }

    @Override
    public Found<Enrolled> enrolment(String personId, String sequenceId) {
        return switch (api.sequenceStates(personId)) {
            case Found.Failed<List<JsonNode>>(Outcome outcome) -> new Found.Failed<>(outcome);
            case Found.Nowhere<List<JsonNode>> ignored -> new Found.Nowhere<>();
            case Found.Here<List<JsonNode>>(List<JsonNode> all) ->
                Running.of(all, Outreach::enrolled, Outreach::isOver, sequenceId);
        };
    }

    @Override
    public Found<Enrolled> standing(String enrolmentId) {
        return switch (api.sequenceState(enrolmentId)) {
            case Found.Failed<JsonNode>(Outcome outcome) -> new Found.Failed<>(outcome);
            case Found.Here<JsonNode>(JsonNode state) when !isOver(state) -> new Found.Here<>(enrolled(state));
            case Found.Here<JsonNode> ignored -> new Found.Nowhere<>();
            case Found.Nowhere<JsonNode> ignored -> new Found.Nowhere<>();
        };
    }

    @Override
    public Answer create(Enrolment.Contact contact, Map<String, String> fields, String idempotencyKey) {
        var attributes = Json.object(fields);
        attributes.putArray("emails").add(contact.email());
        attributes.put("firstName", contact.firstName());
        attributes.put("lastName", contact.lastName());
        attributes.put("title", contact.title());
        return api.createProspect(attributes, idempotencyKey);
    }

    @Override
    public Answer write(String personId, Map<String, String> fields, String idempotencyKey) {
        return api.updateProspect(personId, Json.object(fields), idempotencyKey);
    }

    @Override
    public Answer enrol(String personId, String sequenceId, String idempotencyKey) {
        var related = new LinkedHashMap<String, String>();
        related.put("prospect", personId);
        related.put("sequence", sequenceId);
        if (!mailboxId.isEmpty()) {
            related.put("mailbox", mailboxId);
        }
        return api.enrol(related, idempotencyKey);
    }

    @Override
    public String idIn(Answer.Complete whole) {
        return OutreachApi.idIn(whole);
    }

    @Override
    public boolean isEnrolledAlready(Answer.Complete refusal) {
        return refusal.status() == CONFLICT;
    }

    private static Enrolled enrolled(JsonNode state) {
        return new Enrolled(
                state.path("id").asText(),
                state.at("/relationships/sequence/data/id").asText(""));
    }

    private static boolean isOver(JsonNode state) {
        return ENDED.contains(state.at("/attributes/state").asText(""));
    }
}
