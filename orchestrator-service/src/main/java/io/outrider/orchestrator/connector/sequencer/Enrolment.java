package io.outrider.orchestrator.connector.sequencer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.http.Json;
import io.outrider.orchestrator.connector.http.NotUnderstood;
import java.util.ArrayList;
import java.util.List;

/** Who is to get which messages: the payload of sequence.enrol. */
record Enrolment(String sequenceId, Contact contact, List<Message> messages) {

    Enrolment {
        messages = List.copyOf(messages);
    }

    record Contact(String email, String firstName, String lastName, String title) {}

    record Message(String subject, String body) {}

    /** What there is to say where the contact is enrolled: nothing of ours failed, and nobody is written to twice. */
    static Outcome already(String id) {
        return new Outcome.Already(id, "the contact is in this sequence already, as " + id);
    }

    /** Of {"sequenceId", "contact": {"email", ...}, "steps": [{"index", "dayOffset", "channel", "subject", "body"}]}. */
    static Enrolment of(ObjectNode payload) {
        var messages = new ArrayList<Message>();
        for (var step : payload.path("steps")) {
            messages.add(
                    new Message(step.path("subject").asText(""), Json.text(step, "/body", "a step of the payload")));
        }
        if (messages.isEmpty()) {
            throw new NotUnderstood("the payload has no steps");
        }
        var contact = payload.path("contact");
        return new Enrolment(
                Json.text(payload, "/sequenceId", "the payload"),
                new Contact(
                        Json.text(payload, "/contact/email", "the payload"),
                        contact.path("firstName").asText(""),
                        contact.path("lastName").asText(""),
                        contact.path("title").asText("")),
                messages);
    }
}
