package io.outrider.orchestrator.connector.sequencer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outrider.orchestrator.connector.http.Answer;
import io.outrider.orchestrator.connector.http.Found;
import io.outrider.orchestrator.connector.http.Json;
import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.http.NotUnderstood;

/** Salesloft's v2 API: people and their cadence memberships. */
final class Salesloft implements Vendor {

    private static final int CONFLICT = 409;
    private static final int INVALID = 422;

    private final JsonApi api;
    private final Judge judge;
    private final String userId;

    /** @param userId whose cadence step it is; empty leaves it to Salesloft */
    Salesloft(JsonApi api, String userId, Judge judge) {
        this.api = api;
        this.judge = judge;
        this.userId = userId;
    }

    @Override
    public Found<String> find(Enrolment.Contact contact) {
        return switch (api.get("/v2/people?email_addresses%5B%5D=" + JsonApi.encoded(contact.email()))) {
            case Answer.Complete whole when whole.isSuccess() -> first(whole);
            case Answer failed -> new Found.Failed<>(judge.ofFailedRead(failed));
        };
    }

    @Override
    public Found<String> enrolment(String personId, Enrolment wanted) {
        var query = "?person_id=" + JsonApi.encoded(personId) + "&cadence_id=" + JsonApi.encoded(wanted.sequenceId());
        return switch (api.get("/v2/cadence_memberships" + query)) {
            case Answer.Complete whole when whole.isSuccess() -> first(whole);
            case Answer failed -> new Found.Failed<>(judge.ofFailedRead(failed));
        };
    }

    @Override
    public Answer create(Enrolment enrolment, String idempotencyKey) {
        var contact = enrolment.contact();
        var person = fields(enrolment)
                .put("email_address", contact.email())
                .put("first_name", contact.firstName())
                .put("last_name", contact.lastName())
                .put("title", contact.title());
        return api.write("POST", "/v2/people", person, idempotencyKey);
    }

    @Override
    public Answer prepare(String personId, Enrolment enrolment, String idempotencyKey) {
        return api.write("PUT", "/v2/people/" + JsonApi.encoded(personId), fields(enrolment), idempotencyKey);
    }

    @Override
    public Answer enrol(String personId, Enrolment enrolment, String idempotencyKey) {
        var membership = Json.object().put("person_id", personId).put("cadence_id", enrolment.sequenceId());
        if (!userId.isEmpty()) {
            membership.put("user_id", userId);
        }
        return api.write("POST", "/v2/cadence_memberships", membership, idempotencyKey);
    }

    @Override
    public String idIn(Answer.Complete whole) {
        return Json.text(Json.readObject(whole.body(), "the answer"), "/data/id", "the answer");
    }

    @Override
    public boolean isEnrolledAlready(Answer.Complete refusal) {
        return refusal.status() == CONFLICT
                || (refusal.status() == INVALID && refusal.text().contains("already on this cadence"));
    }

    /** Cadence templates name the messages as custom fields outrider_subject_1, outrider_body_1 and so on. */
    private static ObjectNode fields(Enrolment enrolment) {
        var person = Json.object();
        var custom = person.putObject("custom_fields");
        var number = 1;
        for (var message : enrolment.messages()) {
            custom.put("outrider_subject_" + number, message.subject());
            custom.put("outrider_body_" + number++, message.body());
        }
        return person;
    }

    private Found<String> first(Answer.Complete whole) {
        try {
            var data = Json.readObject(whole.body(), "the list").path("data");
            return data.isEmpty()
                    ? new Found.Nowhere<>()
                    : new Found.Here<>(Json.text(data.get(0), "/id", "the entry"));
        } catch (NotUnderstood e) {
            return new Found.Failed<>(judge.unreadable(e));
        }
    }
}
