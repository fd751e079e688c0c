package io.outrider.sandbox.sequencer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outrider.sandbox.http.Json;
import io.outrider.sandbox.http.Reply;
import io.outrider.sandbox.http.Request;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Stream;

/**
 * Outreach's JSON:API: prospects, sequences, sequenceStates. The texts of a sequence's steps stand in the prospect's
 * fields custom1, custom2, ..., or in the sequenceState's {@code attributes.customSteps}.
 */
final class Outreach {

    private static final String TYPE = "application/vnd.api+json";

    private final People prospects = new People();
    private final Enrolments states;

    Outreach(InstantSource clock) {
        this.states = new Enrolments(clock);
    }

    void lag(Duration lag) {
        states.lag(lag);
    }

    /** The path without its base, for example {@code /prospects}. */
    Reply answer(String path, Request request) {
        var parts = path.substring(1).split("/");
        return switch (request.method() + " " + parts[0] + " " + parts.length) {
            case "GET prospects 1" ->
                list(prospects.byEmail(request.param("filter[emails]")).stream().map(Outreach::prospect));
            case "GET prospects 2" ->
                prospects.byId(parts[1]).map(known -> one(200, prospect(known))).orElseGet(Outreach::notFound);
            case "POST prospects 1" -> create(attributes(request));
            case "PATCH prospects 2" ->
                prospects
                        .update(parts[1], attributes(request))
                        .map(known -> one(200, prospect(known)))
                        .orElseGet(Outreach::notFound);
            case "GET sequences 1" -> sequences();
            case "GET sequenceStates 1" ->
                list(states.of(request.param("filter[prospect][id]")).stream()
                        .filter(it -> matches(it.sequence(), request.param("filter[sequence][id]")))
                        .map(Outreach::state));
            case "GET sequenceStates 2" ->
                states.byId(parts[1]).map(known -> one(200, state(known))).orElseGet(Outreach::notFound);
            case "POST sequenceStates 4" -> parts[3].equals("finish") && states.end(parts[1]) ? done() : notFound();
            case "POST sequenceStates 1" -> states.once(request.idempotencyKey(), () -> enrol(request));
            default -> notFound();
        };
    }

    private Reply create(ObjectNode attributes) {
        var email = attributes.path("emails").path(0).asText("");
        if (!email.contains("@")) {
            return error(422, "validationError", "A prospect needs an email");
        } else if (prospects.byEmail(email).isPresent()) {
            return error(409, "duplicateResource", "Contact email hash has already been taken");
        }
        return one(201, prospect(prospects.add(email, attributes)));
    }

    private Reply enrol(Request request) {
        var relationships = Json.readObject(request.body()).at("/data/relationships");
        var sequence = related(relationships, "sequence");
        var prospect = prospects.byId(related(relationships, "prospect"));
        if (prospect.isEmpty() || sequence.isEmpty()) {
            return error(422, "validationError", "Prospect and sequence must exist");
        }
        var id = states.enrol(prospect.get().id(), sequence);
        if (id.isEmpty()) {
            return error(409, "conflict", "Prospect is already active in this sequence");
        }
        var state = resource("sequenceState", id.get());
        state.putObject("attributes").put("state", "active");
        state.set("relationships", relationships);
        return one(201, state).reaching(prospect.get().email());
    }

    private static boolean matches(String id, String filter) {
        return filter.isEmpty() || filter.equals(id);
    }

    private static ObjectNode state(Enrolments.Enrolled enrolled) {
        var state = resource("sequenceState", enrolled.id());
        state.putObject("attributes").put("state", enrolled.running() ? "active" : "finished");
        state.putObject("relationships").putObject("sequence").set("data", resource("sequence", enrolled.sequence()));
        return state;
    }

    private static Reply sequences() {
        var json = Json.object();
        var data = json.putArray("data");
        for (var id : new String[] {"seq-plant-uptime", "seq-warehouse-flow"}) {
            data.add(resource("sequence", id)
                    .set("attributes", Json.object().put("name", id).put("enabled", true)));
        }
        return reply(200, json);
    }

    private static ObjectNode attributes(Request request) {
        return Json.readObject(request.body()).at("/data/attributes") instanceof ObjectNode object
                ? object
                : Json.object();
    }

    private static String related(JsonNode relationships, String name) {
        return relationships.path(name).path("data").path("id").asText("");
    }

    private static ObjectNode prospect(People.Known known) {
        var json = resource("prospect", known.id());
        json.set("attributes", known.fields());
        return json;
    }

    private static ObjectNode resource(String type, String id) {
        return Json.object().put("type", type).put("id", id);
    }

    private static Reply one(int status, ObjectNode resource) {
        var json = Json.object();
        json.set("data", resource);
        return reply(status, json);
    }

    private static Reply done() {
        return reply(200, Json.object());
    }

    private static Reply list(Stream<ObjectNode> found) {
        var json = Json.object();
        var data = json.putArray("data");
        found.forEach(data::add);
        return reply(200, json);
    }

    private static Reply notFound() {
        return error(404, "resourceNotFound", "Nothing stands there");
    }

    static Reply error(int status, String id, String detail) {
        var json = Json.object();
        json.putArray("errors").addObject().put("id", id).put("title", id).put("detail", detail);
        return reply(status, json);
    }

    private static Reply reply(int status, ObjectNode json) {
        return Reply.of(status, TYPE, Json.write(json));
    }
}
