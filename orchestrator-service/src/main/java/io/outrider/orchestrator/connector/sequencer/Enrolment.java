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
    Outcome barredBy(Vendor.Enrolled there) {
        return barredBy(there, "nothing was changed");
    }

    Outcome barredBy(Vendor.Enrolled there, String hint) {
        return there.sequenceId().equals(sequenceId)
                ? new Outcome.Already(
                        there.id(), "the contact is in this sequence already, as " + there.id() + "; " + hint)
                : new Outcome.Already(
                        "",
                        "the contact is in another sequence, " + there.sequenceId() + ", as " + there.id()
                                + ", which sends what stands in the contact's fields; " + hint);
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
