package io.outrider.sandbox.sequencer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outrider.sandbox.http.Json;
import io.outrider.sandbox.http.Reply;
import io.outrider.sandbox.http.Request;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;

/** Salesloft's /v2: people and cadence memberships. */
final class Salesloft {

    private static final Map<String, String> COST = Map.of(
            "x-ratelimit-endpoint-cost", "1",
            "x-ratelimit-remaining-minute", "599");

    private static final String PEOPLE = "/v2/people/";
    private static final String MEMBERSHIPS = "/v2/cadence_memberships/";

    private final People people = new People();
    private final Enrolments memberships;

    Salesloft(InstantSource clock) {
        this.memberships = new Enrolments(clock);
    }

    void lag(Duration lag) {
        memberships.lag(lag);
    }

    Reply answer(Request request) {
        var reply = switch (request.method() + " " + request.path()) {
            case "GET /v2/people", "GET /v2/people.json" -> find(request.param("email_addresses[]"));
            case "POST /v2/people", "POST /v2/people.json" -> create(Json.readObject(request.body()));
            case "GET /v2/cadence_memberships", "GET /v2/cadence_memberships.json" ->
                list(memberships.of(request.param("person_id")).stream()
                        .filter(it -> matches(it.sequence(), request.param("cadence_id")))
                        .map(Salesloft::membership));
            case "POST /v2/cadence_memberships", "POST /v2/cadence_memberships.json" ->
                memberships.once(request.idempotencyKey(), () -> join(request));
            case String get
            when get.startsWith("GET " + MEMBERSHIPS) ->
                memberships
                        .byId(get.substring(("GET " + MEMBERSHIPS).length()))
                        .map(known -> data(200, membership(known)))
                        .orElseGet(Salesloft::missing);
            case String put
            when put.startsWith("PUT " + PEOPLE) ->
                people.update(put.substring(("PUT " + PEOPLE).length()), Json.readObject(request.body()))
                        .map(known -> data(200, person(known)))
                        .orElseGet(Salesloft::missing);
            case String delete
            when delete.startsWith("DELETE " + MEMBERSHIPS) ->
                memberships.end(delete.substring(("DELETE " + MEMBERSHIPS).length())) ? Reply.text(204, "") : missing();
            default -> missing();
        };
        return reply.with(COST);
    }

    private static Reply missing() {
        return Json.reply(404, Map.of("error", "Resource does not exist"));
    }

    private Reply find(String email) {
        return list(people.byEmail(email).stream().map(Salesloft::person));
    }

    private static boolean matches(String id, String filter) {
        return filter.isEmpty() || filter.equals(id);
    }

    private static ObjectNode membership(Enrolments.Enrolled enrolled) {
        var json = Json.object()
                .put("id", enrolled.id())
                .put("currently_on_cadence", enrolled.running())
                .put("current_state", enrolled.running() ? "active" : "removed");
        json.putObject("cadence").put("id", enrolled.sequence());
        return json;
    }

    private static Reply list(Stream<ObjectNode> found) {
        var json = Json.object();
        var data = json.putArray("data");
        found.forEach(data::add);
        return Json.reply(200, json);
    }

    private Reply create(ObjectNode fields) {
        var email = fields.path("email_address").asText("");
        if (!email.contains("@")) {
            return invalid("email_address", "is invalid");
        } else if (people.byEmail(email).isPresent()) {
            return invalid("email_address", "has already been taken");
        }
        return data(201, person(people.add(email, fields)));
    }

    private Reply join(Request request) {
        var body = Json.readObject(request.body());
        var person = people.byId(field(body, request, "person_id"));
        var cadence = field(body, request, "cadence_id");
        if (person.isEmpty() || cadence.isEmpty()) {
            return invalid("person_id", "must exist");
        }
        var id = memberships.enrol(person.get().id(), cadence);
        if (id.isEmpty()) {
            return invalid("person_id", "is already on this cadence");
        }
        return data(200, Json.object().put("id", id.get()).put("currently_on_cadence", true))
                .reaching(person.get().email());
    }

    /** In the query, as Salesloft documents it, or in the body. */
    private static String field(ObjectNode body, Request request, String name) {
        return body.path(name).asText(request.param(name));
    }

    private static ObjectNode person(People.Known known) {
        return known.fields().deepCopy().put("id", known.id());
    }

    private static Reply data(int status, ObjectNode data) {
        var json = Json.object();
        json.set("data", data);
        return Json.reply(status, json);
    }

    private static Reply invalid(String field, String why) {
        var json = Json.object();
        json.putObject("errors").putArray(field).add(why);
        return Json.reply(422, json);
    }
}
