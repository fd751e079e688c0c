package io.outrider.orchestrator.connector.sequencer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outrider.orchestrator.connector.http.Answer;
import io.outrider.orchestrator.connector.http.Found;
import io.outrider.orchestrator.connector.http.Json;
import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.http.NotUnderstood;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Salesloft's v2 API: people and their cadence memberships. */
final class Salesloft implements Vendor {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int INVALID = 422;

    /** As many as a page may have: nobody is in more cadences. */
    private static final int PAGE = 100;

    /** Nothing more goes out. Any other state is running or about to: processing, staged, scheduled, active, reassigned. */
    private static final Set<String> ENDED = Set.of("completed", "removed", "removed_no_action", "archived");

    private final JsonApi api;
    private final Judge judge;
    private final String userId;

    /** @param userId whose cadence step it is; empty leaves it to Salesloft */
    Salesloft(JsonApi api, String userId, Judge judge) {
        this.api = api;
        this.judge = judge;
        this.userId = userId;
    }

    /** Cadence templates name the messages as custom fields outrider_subject_1, outrider_body_1 and so on. */
    @Override
    public Slot slot(int number) {
        return new Slot("outrider_subject_" + number, "outrider_body_" + number);
    }

    @Override
    public Found<Person> find(Enrolment.Contact contact, Collection<String> fields) {
        return list(
                "/v2/people?email_addresses%5B%5D=" + JsonApi.encoded(contact.email()),
                all -> new Found.Here<>(new Person(
                        Json.text(all.getFirst(), "/id", "the person"),
                        Json.texts(all.getFirst().path("custom_fields"), fields))));
    }

    @Override
    public Found<Enrolled> enrolment(String personId, String sequenceId) {
        return list(
                "/v2/cadence_memberships?person_id=" + JsonApi.encoded(personId) + "&per_page=" + PAGE,
                all -> Running.of(all, Salesloft::enrolled, Salesloft::isOver, sequenceId));
    }

    @Override
    public Found<Enrolled> standing(String enrolmentId) {
        return switch (api.get("/v2/cadence_memberships/" + JsonApi.encoded(enrolmentId))) {
            case Answer.Complete whole when whole.status() == NOT_FOUND -> new Found.Nowhere<>();
            case Answer.Complete whole when whole.isSuccess() -> standing(whole);
            case Answer failed -> new Found.Failed<>(judge.ofFailedRead(failed));
        };
    }

    private Found<Enrolled> standing(Answer.Complete whole) {
        try {
            var membership = Json.readObject(whole.body(), "the membership").path("data");
            var enrolled = enrolled(membership);
            return isOver(membership) ? new Found.Nowhere<>() : new Found.Here<>(enrolled);
        } catch (NotUnderstood e) {
            return new Found.Failed<>(judge.unreadable(e));
        }
    }

    @Override
    public Answer create(Enrolment.Contact contact, Map<String, String> fields, String idempotencyKey) {
        var person = person(fields)
                .put("email_address", contact.email())
                .put("first_name", contact.firstName())
                .put("last_name", contact.lastName())
                .put("title", contact.title());
        return api.write("POST", "/v2/people", person, idempotencyKey);
    }

    @Override
    public Answer write(String personId, Map<String, String> fields, String idempotencyKey) {
        return api.write("PUT", "/v2/people/" + JsonApi.encoded(personId), person(fields), idempotencyKey);
    }

    @Override
    public Answer enrol(String personId, String sequenceId, String idempotencyKey) {
        var membership = Json.object().put("person_id", personId).put("cadence_id", sequenceId);
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

    private static ObjectNode person(Map<String, String> fields) {
        var person = Json.object();
        person.set("custom_fields", Json.object(fields));
        return person;
    }

    private static Enrolled enrolled(JsonNode membership) {
        return new Enrolled(
                Json.text(membership, "/id", "the membership"),
                membership.at("/cadence/id").asText(""));
    }

    private static boolean isOver(JsonNode membership) {
        return !membership.path("currently_on_cadence").asBoolean()
                && ENDED.contains(membership.path("current_state").asText(""));
    }

    private <T> Found<T> list(String path, Function<List<JsonNode>, Found<T>> read) {
        return switch (api.get(path)) {
            case Answer.Complete whole when whole.isSuccess() -> list(whole, read);
            case Answer failed -> new Found.Failed<>(judge.ofFailedRead(failed));
        };
    }

    private <T> Found<T> list(Answer.Complete whole, Function<List<JsonNode>, Found<T>> read) {
        try {
            var all = Json.list(Json.readObject(whole.body(), "the list"), "data", "the list");
            return all.isEmpty() ? new Found.Nowhere<>() : read.apply(all);
        } catch (NotUnderstood e) {
            return new Found.Failed<>(judge.unreadable(e));
        }
    }
}
