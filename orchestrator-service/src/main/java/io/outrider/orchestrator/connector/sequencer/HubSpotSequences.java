package io.outrider.orchestrator.connector.sequencer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outrider.orchestrator.connector.http.Answer;
import io.outrider.orchestrator.connector.http.Found;
import io.outrider.orchestrator.connector.http.Json;
import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.http.NotUnderstood;

/** HubSpot's sequences: contacts of the CRM, enrolled by the id of a seat. */
final class HubSpotSequences implements Vendor {

    private static final String CONTACTS = "/crm/v3/objects/contacts";
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;

    private final JsonApi api;
    private final Judge judge;
    private final Seat seat;

    /**
     * Who sends.
     *
     * @param userId of the seat; empty for the token's own
     * @param path of the enrolment, which HubSpot versions by date
     */
    record Seat(String senderEmail, String userId, String path) {}

    HubSpotSequences(JsonApi api, Seat seat, Judge judge) {
        this.api = api;
        this.seat = seat;
        this.judge = judge;
    }

    /** By the address, or by one that the contact has besides: HubSpot keeps merged contacts' addresses so. */
    @Override
    public Found<String> find(Enrolment.Contact contact) {
        var query = Json.object().put("limit", 1);
        var groups = query.putArray("filterGroups");
        filter(groups, "email", "EQ", contact.email());
        filter(groups, "hs_additional_emails", "CONTAINS_TOKEN", contact.email());
        return switch (api.search(CONTACTS + "/search", query)) {
            case Answer.Complete whole when whole.isSuccess() -> first(whole);
            case Answer failed -> new Found.Failed<>(judge.ofFailedRead(failed));
        };
    }

    /** HubSpot names one enrolment of a contact; one in another sequence is left for HubSpot to judge. */
    @Override
    public Found<String> enrolment(String personId, Enrolment wanted) {
        return switch (api.get(seat.path() + "/contact/" + JsonApi.encoded(personId))) {
            case Answer.Complete whole when whole.status() == NOT_FOUND -> new Found.Nowhere<>();
            case Answer.Complete whole when whole.isSuccess() -> enrolmentIn(whole, wanted);
            case Answer failed -> new Found.Failed<>(judge.ofFailedRead(failed));
        };
    }

    private Found<String> enrolmentIn(Answer.Complete whole, Enrolment wanted) {
        try {
            var enrolment = Json.readObject(whole.body(), "the enrolment");
            return enrolment.path("sequenceId").asText("").equals(wanted.sequenceId())
                    ? new Found.Here<>(Json.text(enrolment, "/id", "the enrolment"))
                    : new Found.Nowhere<>();
        } catch (NotUnderstood e) {
            return new Found.Failed<>(judge.unreadable(e));
        }
    }

    @Override
    public Answer create(Enrolment enrolment, String idempotencyKey) {
        var contact = enrolment.contact();
        var body = properties(enrolment);
        ((ObjectNode) body.path("properties"))
                .put("email", contact.email())
                .put("firstname", contact.firstName())
                .put("lastname", contact.lastName())
                .put("jobtitle", contact.title());
        return api.write("POST", CONTACTS, body, idempotencyKey);
    }

    @Override
    public Answer prepare(String personId, Enrolment enrolment, String idempotencyKey) {
        return api.write("PATCH", CONTACTS + "/" + JsonApi.encoded(personId), properties(enrolment), idempotencyKey);
    }

    @Override
    public Answer enrol(String personId, Enrolment enrolment, String idempotencyKey) {
        var body = Json.object()
                .put("contactId", personId)
                .put("sequenceId", enrolment.sequenceId())
                .put("senderEmail", seat.senderEmail());
        var user = seat.userId().isEmpty() ? "" : "?userId=" + JsonApi.encoded(seat.userId());
        return api.write("POST", seat.path() + user, body, idempotencyKey);
    }

    @Override
    public String idIn(Answer.Complete whole) {
        return Json.text(Json.readObject(whole.body(), "the answer"), "/id", "the answer");
    }

    @Override
    public boolean isEnrolledAlready(Answer.Complete refusal) {
        return refusal.status() == CONFLICT || refusal.text().contains("CONTACT_ALREADY_ENROLLED");
    }

    /** Templates name the messages as contact properties outrider_subject_1, outrider_body_1 and so on. */
    private static ObjectNode properties(Enrolment enrolment) {
        var body = Json.object();
        var properties = body.putObject("properties");
        var number = 1;
        for (var message : enrolment.messages()) {
            properties.put("outrider_subject_" + number, message.subject());
            properties.put("outrider_body_" + number++, message.body());
        }
        return body;
    }

    private static void filter(ArrayNode groups, String property, String operator, String value) {
        groups.addObject()
                .putArray("filters")
                .addObject()
                .put("propertyName", property)
                .put("operator", operator)
                .put("value", value);
    }

    private Found<String> first(Answer.Complete whole) {
        try {
            var results = Json.readObject(whole.body(), "the search result").path("results");
            return results.isEmpty()
                    ? new Found.Nowhere<>()
                    : new Found.Here<>(Json.text(results.get(0), "/id", "the contact"));
        } catch (NotUnderstood e) {
            return new Found.Failed<>(judge.unreadable(e));
        }
    }
}
