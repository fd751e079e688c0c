package io.outrider.orchestrator.intake;

import io.outrider.type.v1.Account;
import io.outrider.type.v1.Person;

/** Checks and normalises one account, and the person to write to, before a run is accepted. */
public interface AccountIntake {

    /** @param person the default instance where the caller named nobody */
    Checked check(Account account, Person person);

    /** What came of the check. */
    sealed interface Checked {

        /** Normalised: domain in lower case, person id set where there is a person. */
        record Accepted(Account account, Person person) implements Checked {}

        /** @param code for example "INVALID_DOMAIN", "FREE_MAIL_DOMAIN", "FIELD_TOO_LONG" */
        record Refused(String code, String message) implements Checked {}
    }
}
