package io.outrider.orchestrator.connector.sequencer;

import io.outrider.orchestrator.connector.http.Answer;
import io.outrider.orchestrator.connector.http.Found;

/** The few calls that enrol one person at one vendor of sequences. */
interface Vendor {

    /** The vendor's id of the person, by every key under which the vendor may know them. */
    Found<String> find(Enrolment.Contact contact);

    /** The vendor's id of the person's enrolment in the wanted sequence. */
    Found<String> enrolment(String personId, Enrolment wanted);

    /** A person with the messages in place. */
    Answer create(Enrolment enrolment, String idempotencyKey);

    /** Puts the messages in place. */
    Answer prepare(String personId, Enrolment enrolment, String idempotencyKey);

    /** The effect itself. */
    Answer enrol(String personId, Enrolment enrolment, String idempotencyKey);

    /** @throws io.outrider.orchestrator.connector.http.NotUnderstood where the answer holds none */
    String idIn(Answer.Complete whole);

    /** Whether the vendor says no because the person is in a sequence already. */
    boolean isEnrolledAlready(Answer.Complete refusal);
}
