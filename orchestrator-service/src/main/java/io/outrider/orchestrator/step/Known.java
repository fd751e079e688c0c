package io.outrider.orchestrator.step;

import io.outrider.type.v1.Account;
import io.outrider.type.v1.Brief;
import io.outrider.type.v1.Library;
import io.outrider.type.v1.Person;
import io.outrider.type.v1.Playbook;
import io.outrider.type.v1.Sequence;
import io.outrider.type.v1.Verdict;
import java.time.LocalDate;
import java.util.Optional;

/**
 * All that a run has found out before it proposes. The same for every execution of the run, byte for byte.
 *
 * @param started the day the run was accepted, in UTC
 * @param sequence empty where no messages were drafted
 */
record Known(
        Account account,
        Person person,
        LocalDate started,
        Library library,
        Playbook playbook,
        Sourced<Brief> brief,
        Sourced<Verdict> verdict,
        Optional<Sourced<Sequence>> sequence) {

    Known with(Sourced<Sequence> drafted) {
        return new Known(account, person, started, library, playbook, brief, verdict, Optional.of(drafted));
    }

    boolean mayWrite() {
        return !person.getEmail().isEmpty();
    }

    String companyName() {
        return account.getName().isEmpty() ? account.getDomain() : account.getName();
    }

    String personName() {
        return (person.getFirstName() + " " + person.getLastName()).strip();
    }
}
