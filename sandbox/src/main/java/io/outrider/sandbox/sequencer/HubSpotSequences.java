package io.outrider.sandbox.sequencer;

import io.outrider.sandbox.http.Json;
import io.outrider.sandbox.http.Reply;
import io.outrider.sandbox.http.Request;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** HubSpot's enrolment of a contact in a sequence, /automation/v4/sequences/enrollments. */
final class HubSpotSequences {

    private static final String PATH = "/automation/v4/sequences/enrollments";

    private final Enrolments enrolments = new Enrolments();
    private final Map<String, String> sequenceByContact = new ConcurrentHashMap<>();
    private final InstantSource clock;

    HubSpotSequences(InstantSource clock) {
        this.clock = clock;
    }

    Reply answer(Request request) {
        if (request.method().equals("GET") && request.path().startsWith(PATH + "/contact/")) {
            return status(request.path().substring((PATH + "/contact/").length()));
        }
        if (!request.method().equals("POST") || !request.path().equals(PATH)) {
            return error(404, "resource not found", "OBJECT_NOT_FOUND");
        }
        return enrolments.once(request.idempotencyKey(), () -> enrol(request));
    }

    private Reply enrol(Request request) {
        var body = Json.readObject(request.body());
        var contact = body.path("contactId").asText("");
        var sequence = body.path("sequenceId").asText("");
        var sender = body.path("senderEmail").asText("");
        if (contact.isEmpty() || sequence.isEmpty() || sender.isEmpty()) {
            return error(400, "contactId, sequenceId and senderEmail are required", "VALIDATION_ERROR");
        }
        var id = enrolments.enrol(contact, "any");
        if (id.isEmpty()) {
            return error(400, "The contact is currently enrolled in another sequence", "CONTACT_ALREADY_ENROLLED");
        }
        sequenceByContact.put(contact, sequence);
        var now = clock.instant().toString();
        var json = Json.object()
                .put("id", id.get())
                .put("toEmail", body.path("toEmail").asText(""))
                .put("enrolledAt", now)
                .put("updatedAt", now);
        return Json.reply(200, json).reaching("contact:" + contact);
    }

    /** Of the one sequence that the contact is in. */
    private Reply status(String contact) {
        return enrolments
                .find(contact, "any")
                .map(id -> Json.reply(
                        200,
                        Json.object().put("id", id).put("sequenceId", sequenceByContact.getOrDefault(contact, ""))))
                .orElseGet(() -> error(404, "the contact is in no sequence", "OBJECT_NOT_FOUND"));
    }

    private static Reply error(int status, String message, String category) {
        return Json.reply(status, Map.of("status", "error", "message", message, "category", category));
    }
}
