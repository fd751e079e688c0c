package io.outrider.orchestrator.connector.sequencer;

import io.outrider.orchestrator.connector.Making;
import io.outrider.orchestrator.connector.Making.Turn;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.http.Found;
import io.outrider.orchestrator.connector.sequencer.Vendor.Enrolled;
import java.util.function.Supplier;

/**
 * Lets one effect at a time look a person up and enrol them: two that look at once both see nobody enrolled. What was made is
 * remembered only until the vendor says that it has ended: then the person may be enrolled again.
 */
final class Turns {

    private static final String TYPE = "enrolment";

    private final Making making;
    private final Vendor vendor;

    Turns(Making making, Vendor vendor) {
        this.making = making;
        this.vendor = vendor;
    }

    Outcome during(Enrolment enrolment, String key, Supplier<Outcome> enrolling) {
        var person = new Making.Key(TYPE, enrolment.contact().email());
        return switch (making.take(person, key)) {
            case Turn.Wait(var time, String reason) -> new Outcome.Busy(time, reason);
            case Turn.Made(String id) -> afterMade(person, id, enrolment, () -> during(enrolment, key, enrolling));
            case Turn.Ours ignored -> ended(person, key, enrolling.get());
        };
    }

    /** The vendor's lists may not know it yet; itself, it knows. */
    private Outcome afterMade(Making.Key person, String id, Enrolment enrolment, Supplier<Outcome> otherwise) {
        return switch (vendor.standing(id)) {
            case Found.Failed<Enrolled>(Outcome outcome) -> outcome;
            case Found.Here<Enrolled>(Enrolled there) -> enrolment.barredBy(there);
            case Found.Nowhere<Enrolled> ignored -> {
                making.gone(person, id);
                yield otherwise.get();
            }
        };
    }

    /** Where nobody knows what was made, the turn ends by itself, when the vendor's lists know it. */
    private Outcome ended(Making.Key person, String key, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done done -> making.made(person, key, done.externalId());
            case Outcome.Unknown ignored -> {}
            case Outcome.Already ignored -> making.left(person, key);
            case Outcome.Refused ignored -> making.left(person, key);
            case Outcome.Busy ignored -> making.left(person, key);
        }
        return outcome;
    }
}
