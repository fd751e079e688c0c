package io.outrider.cli.bench;

import io.outrider.orchestrator.v1.BatchEntry;
import io.outrider.orchestrator.v1.StartBatchRequest;
import io.outrider.orchestrator.v1.StartRunRequest;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.EmailStatus;
import io.outrider.type.v1.Person;
import io.outrider.type.v1.Seniority;

/** The accounts of the sandbox's fleet, each with one person to write to. Every fifth is too small and is disqualified. */
final class BenchAccounts {

    private final String name;

    /** @param name tells this bench's requests from another's */
    BenchAccounts(String name) {
        this.name = name;
    }

    /** Accounts {@code first} to {@code first + count - 1}. */
    StartBatchRequest batch(int first, int count) {
        var request = StartBatchRequest.newBuilder().setRequestId(name + "-" + first);
        for (var number = first; number < first + count; number++) {
            request.addEntries(
                    BatchEntry.newBuilder().setAccount(account(number)).setPerson(person(number)));
        }
        return request.build();
    }

    StartRunRequest single(int number) {
        return StartRunRequest.newBuilder()
                .setRequestId(name + "-" + number)
                .setAccount(account(number))
                .setPerson(person(number))
                .build();
    }

    static Account account(int number) {
        return Account.newBuilder().setDomain("acct-" + number + ".example").build();
    }

    static Person person(int number) {
        var email = "buyer@acct-" + number + ".example";
        return Person.newBuilder()
                .setId(email)
                .setFirstName("Kim")
                .setLastName("Peeters")
                .setTitle("Plant Manager")
                .setSeniority(Seniority.SENIORITY_MANAGER)
                .setEmail(email)
                .setEmailStatus(EmailStatus.EMAIL_STATUS_UNVERIFIED)
                .build();
    }
}
