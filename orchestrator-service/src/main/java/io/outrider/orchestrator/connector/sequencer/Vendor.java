package io.outrider.orchestrator.connector.sequencer;

import io.outrider.orchestrator.connector.http.Answer;
import io.outrider.orchestrator.connector.http.Found;
import java.util.Collection;
import java.util.Map;

/** The few calls that enrol one person at one vendor of sequences. */
interface Vendor {

    /** The two fields of a person that a template names for one message. */
    record Slot(String subject, String body) {}

    /**
     * A person as the vendor knows them.
     *
     * @param fields what stands in them now; those that are empty may be missing
     */
    record Person(String id, Map<String, String> fields) {

        public Person {
            fields = Map.copyOf(fields);
        }
    }

    /** One enrolment of a person. */
    record Enrolled(String id, String sequenceId) {}

    /** @param number of the message, from 1 */
    Slot slot(int number);

    /**
     * By every key under which the vendor may know the person.
     *
     * @param fields whose present values matter
     */
    Found<Person> find(Enrolment.Contact contact, Collection<String> fields);

    /** The person's enrolment in the sequence, running or ended, else a running one in any other. */
    Found<Enrolled> enrolment(String personId, String sequenceId);

    /** The enrolment of that id while more of it can go out; nowhere once it has ended, or where the vendor allows no second. */
    Found<Enrolled> standing(String enrolmentId);

    /** A person with the fields filled in. */
    Answer create(Enrolment.Contact contact, Map<String, String> fields, String idempotencyKey);

    /** @param fields empty texts empty them */
    Answer write(String personId, Map<String, String> fields, String idempotencyKey);

    /** The effect itself. */
    Answer enrol(String personId, String sequenceId, String idempotencyKey);

    /** @throws io.outrider.orchestrator.connector.http.NotUnderstood where the answer holds none */
    String idIn(Answer.Complete whole);

    /** Whether the vendor says no because the person is in a sequence already. */
    boolean isEnrolledAlready(Answer.Complete refusal);
}
