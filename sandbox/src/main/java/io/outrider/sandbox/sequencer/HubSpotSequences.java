package io.outrider.sandbox.sequencer;

import io.outrider.sandbox.http.Json;
import io.outrider.sandbox.http.Reply;
import io.outrider.sandbox.http.Request;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** HubSpot's enrolment of a contact in a sequence, /automation/v4/sequences/enrollments. */
final class HubSpotSequences {

    private static final String PATH = "/automation/v4/sequences/enrollments";

    private final Enrolments enrolments;
    private final InstantSource clock;

    HubSpotSequences(InstantSource clock) {
        this.clock = clock;
        this.enrolments = new Enrolments(clock);
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
        var id = current(contact).isPresent() ? Optional.<String>empty() : enrolments.enrol(contact, sequence);
        if (id.isEmpty()) {
            return error(400, "The contact is currently enrolled in another sequence", "CONTACT_ALREADY_ENROLLED");
        }
        var now = clock.instant().toString();
        var json = Json.object()
                .put("id", id.get())
                .put("toEmail", body.path("toEmail").asText(""))
                .put("enrolledAt", now)
                .put("updatedAt", now);
        return Json.reply(200, json).reaching("contact:" + contact);
    }

    private Reply status(String contact) {
        return current(contact)
                .map(it -> Json.reply(200, Json.object().put("id", it.id()).put("sequenceId", it.sequence())))
                .orElseGet(() -> error(404, "the contact is in no sequence", "OBJECT_NOT_FOUND"));
    }

    /** A contact is in one sequence at a time. */
    private Optional<Enrolments.Enrolled> current(String contact) {
        return enrolments.of(contact).stream()
                .filter(Enrolments.Enrolled::running)
                .findFirst();
    }

    private static Reply error(int status, String message, String category) {
        return Json.reply(status, Map.of("status", "error", "message", message, "category", category));
    }
}
