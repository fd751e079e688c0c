package io.outrider.orchestrator.connector.sequencer;

import io.outrider.orchestrator.connector.Connector;
import io.outrider.orchestrator.connector.Effect;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.http.Answer;
import io.outrider.orchestrator.connector.http.Found;
import io.outrider.orchestrator.connector.http.Json;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.http.NotUnderstood;
import java.time.Duration;

/**
 * Enrols a person at a {@link Vendor}: finds or makes the person, puts the messages in place, enrols. The first two may be
 * done again and harm nobody; the enrolment alone is the effect.
 */
final class VendorSequencer implements Connector {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final Vendor vendor;
    private final Judge judge;

    VendorSequencer(Vendor vendor, Judge judge) {
        this.vendor = vendor;
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
            return switch (person(enrolment, effect.idempotencyKey())) {
                case Found.Here<String>(String id) -> enrol(id, enrolment, effect.idempotencyKey());
                case Found.Failed<String>(Outcome outcome) -> outcome;
                case Found.Nowhere<String> ignored -> throw new IllegalStateException("A person is there or failed");
            };
        } catch (NotUnderstood e) {
            return new Outcome.Refused(e.problem());
        }
    }

    private Found<String> person(Enrolment enrolment, String key) {
        return switch (vendor.find(enrolment.contact())) {
            case Found.Failed<String> failed -> failed;
            case Found.Nowhere<String> ignored -> prepared(vendor.create(enrolment, key + ":person"));
            case Found.Here<String>(String id) -> known(id, enrolment, key);
        };
    }

    /** Whoever is in the sequence keeps the messages that stand there: they are being sent. */
    private Found<String> known(String id, Enrolment enrolment, String key) {
        return switch (vendor.enrolment(id, enrolment)) {
            case Found.Failed<String> failed -> failed;
            case Found.Here<String>(String there) -> new Found.Failed<>(Enrolment.already(there));
            case Found.Nowhere<String> ignored -> {
                var answer = vendor.prepare(id, enrolment, key + ":person");
                // Merged or removed since it was found: the one that is there now is found or made.
                yield has(answer, NOT_FOUND)
                        ? prepared(vendor.create(enrolment, key + ":person-again"))
                        : prepared(answer);
            }
        };
    }

    /** Preparing may be done again, so its unknown outcome is none of the enrolment. */
    private Found<String> prepared(Answer answer) {
        return switch (judge.ofWrite(answer, whole -> new Outcome.Done(vendor.idIn(whole), ""))) {
            case Outcome.Done done -> new Found.Here<>(done.externalId());
            case Outcome.Unknown(String reason) ->
                new Found.Failed<>(new Outcome.Busy(SOON, "preparing the person: " + reason));
            case Outcome.Refused refused
            when has(answer, CONFLICT) ->
                new Found.Failed<>(
                        new Outcome.Busy(Duration.ofSeconds(1), "the person was made by another at this moment"));
            case Outcome other -> new Found.Failed<>(other);
        };
    }

    private Outcome enrol(String personId, Enrolment enrolment, String key) {
        var answer = vendor.enrol(personId, enrolment, key);
        if (answer instanceof Answer.Complete whole && !whole.isSuccess() && vendor.isEnrolledAlready(whole)) {
            return new Outcome.Already("", "the contact is in a sequence already; nothing was sent");
        }
        return judge.ofWrite(answer, whole -> new Outcome.Done(vendor.idIn(whole), "enrolled"));
    }

    private static boolean has(Answer answer, int status) {
        return answer instanceof Answer.Complete whole && whole.status() == status;
    }
}
