package io.outrider.orchestrator.connector.sequencer;

import io.outrider.orchestrator.connector.Connector;
import io.outrider.orchestrator.connector.Effect;
import io.outrider.orchestrator.connector.Making;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.http.Answer;
import io.outrider.orchestrator.connector.http.Found;
import io.outrider.orchestrator.connector.http.Json;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.http.NotUnderstood;
import io.outrider.orchestrator.connector.sequencer.Vendor.Enrolled;
import io.outrider.orchestrator.connector.sequencer.Vendor.Person;
import java.time.Duration;
import java.util.Map;

/**
 * Enrols a person at a {@link Vendor}: finds or makes the person, puts the messages in place, enrols. The first two may be
 * done again; the enrolment alone is the effect. All sequences of a person send what stands in the same fields: whoever is
 * in any of them keeps the words that stand there.
 */
final class VendorSequencer implements Connector {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final Vendor vendor;
    private final Words words;
    private final Turns turns;
    private final Judge judge;

    /**
     * A person with the messages in place.
     *
     * @param before what stood in the written fields; empty for a person who was just made
     */
    private record Ready(String id, Map<String, String> written, Map<String, String> before) {

        boolean isNew() {
            return before.isEmpty();
        }
    }

    VendorSequencer(Vendor vendor, int mostMessages, Making making, Judge judge) {
        this.vendor = vendor;
        this.turns = new Turns(making, vendor);
        this.words = Words.of(vendor::slot, mostMessages);
        this.judge = judge;
    }

    @Override
    public String name() {
        return "sequencer";
    }

    @Override
    public Outcome execute(Effect effect) {
        try {
            var enrolment = Enrolment.of(Json.readObject(effect.payload(), "the payload"));
            var most = words.slots().size();
            if (enrolment.messages().size() > most) {
                return new Outcome.Refused("templates name " + most + " messages at most, the payload has more");
            }
            var key = effect.idempotencyKey();
            return turns.during(enrolment, key, () -> inTurn(enrolment, key));
        } catch (NotUnderstood e) {
            return new Outcome.Refused(e.problem());
        }
    }

    private Outcome inTurn(Enrolment enrolment, String key) {
        return switch (ready(enrolment, key)) {
            case Found.Here<Ready>(Ready person) -> enrol(person, enrolment, key);
            case Found.Failed<Ready>(Outcome outcome) -> outcome;
            case Found.Nowhere<Ready> ignored -> throw new IllegalStateException("A person is there or failed");
        };
    }

    private Found<Ready> ready(Enrolment enrolment, String key) {
        return switch (vendor.find(enrolment.contact(), words.fields())) {
            case Found.Failed<Person>(Outcome outcome) -> new Found.Failed<>(outcome);
            case Found.Nowhere<Person> ignored -> made(enrolment, key + ":person");
            case Found.Here<Person>(Person person) -> known(person, enrolment, key);
        };
    }

    private Found<Ready> made(Enrolment enrolment, String key) {
        var fields = words.of(enrolment.messages(), Map.of());
        return prepared(vendor.create(enrolment.contact(), fields, key), fields, Map.of());
    }

    private Found<Ready> known(Person person, Enrolment enrolment, String key) {
        return switch (vendor.enrolment(person.id(), enrolment.sequenceId())) {
            case Found.Failed<Enrolled>(Outcome outcome) -> new Found.Failed<>(outcome);
            case Found.Here<Enrolled>(Enrolled there) -> new Found.Failed<>(enrolment.barredBy(there));
            case Found.Nowhere<Enrolled> ignored -> {
                var fields = words.of(enrolment.messages(), person.fields());
                var answer = vendor.write(person.id(), fields, key + ":person");
                // Merged or removed since it was found: the one that is there now is found or made.
                yield has(answer, NOT_FOUND)
                        ? made(enrolment, key + ":person-again")
                        : prepared(answer, fields, Words.before(fields, person.fields()));
            }
        };
    }

    /** Preparing may be done again, so its unknown outcome is none of the enrolment. */
    private Found<Ready> prepared(Answer answer, Map<String, String> written, Map<String, String> before) {
        return switch (judge.ofWrite(answer, whole -> new Outcome.Done(vendor.idIn(whole), ""))) {
            case Outcome.Done done -> new Found.Here<>(new Ready(done.externalId(), written, before));
            case Outcome.Unknown(String reason) ->
                new Found.Failed<>(new Outcome.Busy(SOON, "preparing the person: " + reason));
            case Outcome.Refused refused
            when has(answer, CONFLICT) ->
                new Found.Failed<>(new Outcome.Busy(AT_ONCE, "the person was made by another at this moment"));
            case Outcome other -> new Found.Failed<>(other);
        };
    }

    /** Looks once more: another enrolment may have begun between the first look and the write. */
    private Outcome enrol(Ready person, Enrolment enrolment, String key) {
        return switch (person.isNew() ? new Found.Nowhere<Enrolled>() : look(person, enrolment)) {
            case Found.Failed<Enrolled>(Outcome outcome) -> outcome;
            case Found.Here<Enrolled>(Enrolled there) -> enrolment.barredBy(there, withdrawn(person, key));
            case Found.Nowhere<Enrolled> ignored -> enrolNow(person, enrolment, key);
        };
    }

    private Outcome enrolNow(Ready person, Enrolment enrolment, String key) {
        var answer = vendor.enrol(person.id(), enrolment.sequenceId(), key);
        if (answer instanceof Answer.Complete whole && !whole.isSuccess() && vendor.isEnrolledAlready(whole)) {
            var hint = withdrawn(person, key);
            return look(person, enrolment) instanceof Found.Here<Enrolled>(Enrolled there)
                    ? enrolment.barredBy(there, hint)
                    : new Outcome.Already("", "the contact is in a sequence already; " + hint);
        }
        return judge.ofWrite(answer, whole -> new Outcome.Done(vendor.idIn(whole), "enrolled"));
    }

    private Found<Enrolled> look(Ready person, Enrolment enrolment) {
        return vendor.enrolment(person.id(), enrolment.sequenceId());
    }

    /** Puts the former words back, which another's sequence sends. Says what stands there now. */
    private String withdrawn(Ready person, String key) {
        var isBack = !person.isNew()
                && !person.before().equals(person.written())
                && vendor.write(person.id(), person.before(), key + ":back") instanceof Answer.Complete whole
                && whole.isSuccess();
        return isBack
                ? "it began at the same moment, so the fields were put back as they were"
                : "it began at the same moment, and our messages stand in the contact's fields: look at them";
    }

    private static boolean has(Answer answer, int status) {
        return answer instanceof Answer.Complete whole && whole.status() == status;
    }
}
