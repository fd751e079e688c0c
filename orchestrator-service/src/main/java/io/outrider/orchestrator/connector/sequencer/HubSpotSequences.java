package io.outrider.orchestrator.connector.sequencer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.outrider.orchestrator.connector.http.Answer;
import io.outrider.orchestrator.connector.http.Found;
import io.outrider.orchestrator.connector.http.Json;
import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.http.NotUnderstood;
import java.util.Collection;
import java.util.Map;

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

    /** Templates name the messages as contact properties outrider_subject_1, outrider_body_1 and so on. */
    @Override
    public Slot slot(int number) {
        return new Slot("outrider_subject_" + number, "outrider_body_" + number);
    }

    /**
     * By the address, or by one that the contact has besides: HubSpot keeps merged contacts' addresses so. The index of
     * its search lags: what stands in the fields, the contact itself says.
     */
    @Override
    public Found<Person> find(Enrolment.Contact contact, Collection<String> fields) {
        var query = Json.object().put("limit", 1);
        var groups = query.putArray("filterGroups");
        filter(groups, "email", "EQ", contact.email());
        filter(groups, "hs_additional_emails", "CONTAINS_TOKEN", contact.email());
        return switch (api.search(CONTACTS + "/search", query)) {
            case Answer.Complete whole when whole.isSuccess() -> first(whole, fields);
            case Answer failed -> new Found.Failed<>(judge.ofFailedRead(failed));
        };
    }

    private Found<Person> first(Answer.Complete whole, Collection<String> fields) {
        try {
            var results = Json.readObject(whole.body(), "the search result").path("results");
            return results.isEmpty()
                    ? new Found.Nowhere<>()
                    : read(Json.text(results.get(0), "/id", "the contact"), fields);
        } catch (NotUnderstood e) {
            return new Found.Failed<>(judge.unreadable(e));
        }
    }

    private Found<Person> read(String id, Collection<String> fields) {
        var path = "/" + JsonApi.encoded(id) + "?properties=" + JsonApi.encoded(String.join(",", fields));
        return switch (api.get(CONTACTS + path)) {
            case Answer.Complete whole when whole.status() == NOT_FOUND -> new Found.Nowhere<>();
            case Answer.Complete whole
            when whole.isSuccess() -> {
                var contact = Json.readObject(whole.body(), "the contact");
                yield new Found.Here<>(new Person(
                        Json.text(contact, "/id", "the contact"), Json.texts(contact.path("properties"), fields)));
            }
            case Answer failed -> new Found.Failed<>(judge.ofFailedRead(failed));
        };
    }

    /** HubSpot has a contact in one sequence at a time, and names that one. */
    @Override
    public Found<Enrolled> enrolment(String personId, String sequenceId) {
        return switch (api.get(seat.path() + "/contact/" + JsonApi.encoded(personId))) {
            case Answer.Complete whole when whole.status() == NOT_FOUND -> new Found.Nowhere<>();
            case Answer.Complete whole when whole.isSuccess() -> enrolmentIn(whole);
            case Answer failed -> new Found.Failed<>(judge.ofFailedRead(failed));
        };
    }

    private Found<Enrolled> enrolmentIn(Answer.Complete whole) {
        try {
            var enrolment = Json.readObject(whole.body(), "the enrolment");
            return new Found.Here<>(new Enrolled(
                    Json.text(enrolment, "/id", "the enrolment"),
                    enrolment.path("sequenceId").asText("")));
        } catch (NotUnderstood e) {
            return new Found.Failed<>(judge.unreadable(e));
        }
    }

    /** HubSpot itself refuses a second enrolment of a contact: what was made need not be remembered. */
    @Override
    public Found<Enrolled> standing(String enrolmentId) {
        return new Found.Nowhere<>();
    }

    @Override
    public Answer create(Enrolment.Contact contact, Map<String, String> fields, String idempotencyKey) {
        var properties = Json.object(fields)
                .put("email", contact.email())
                .put("firstname", contact.firstName())
                .put("lastname", contact.lastName())
                .put("jobtitle", contact.title());
        return api.write("POST", CONTACTS, Json.object().set("properties", properties), idempotencyKey);
    }

    @Override
    public Answer write(String personId, Map<String, String> fields, String idempotencyKey) {
        var body = Json.object();
        body.set("properties", Json.object(fields));
        return api.write("PATCH", CONTACTS + "/" + JsonApi.encoded(personId), body, idempotencyKey);
    }

    @Override
    public Answer enrol(String personId, String sequenceId, String idempotencyKey) {
        var body = Json.object()
                .put("contactId", personId)
                .put("sequenceId", sequenceId)
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

    private static void filter(ArrayNode groups, String property, String operator, String value) {
        groups.addObject()
                .putArray("filters")
                .addObject()
                .put("propertyName", property)
                .put("operator", operator)
                .put("value", value);
    }
}
