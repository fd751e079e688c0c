package io.outrider.cli.run;

import io.outrider.cli.accounts.AccountLine;
import io.outrider.cli.accounts.RefusedLine;
import io.outrider.cli.output.CliFailure;
import io.outrider.cli.output.Enums;
import io.outrider.orchestrator.v1.BatchEntry;
import io.outrider.orchestrator.v1.RefusedEntry;
import io.outrider.orchestrator.v1.RunOptions;
import io.outrider.orchestrator.v1.StartBatchRequest;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.EmailStatus;
import io.outrider.type.v1.Person;
import io.outrider.type.v1.Seniority;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Lines of a file as a request, and the request's refusals as lines of the file. */
final class BatchRequests {

    private BatchRequests() {}

    static StartBatchRequest of(List<AccountLine> lines, RunOptions options) {
        var request = StartBatchRequest.newBuilder()
                .setRequestId("cli-" + UUID.randomUUID())
                .setOptions(options);
        lines.forEach(line -> request.addEntries(entry(line)));
        return request.build();
    }

    /** The server counts entries from 0; people count lines of their file. */
    static RefusedLine refused(RefusedEntry entry, List<AccountLine> lines) {
        return new RefusedLine(lines.get(entry.getIndex()).line(), entry.getCode(), entry.getMessage());
    }

    private static BatchEntry entry(AccountLine line) {
        var entry = BatchEntry.newBuilder()
                .setAccount(Account.newBuilder()
                        .setDomain(line.domain())
                        .setName(line.column("name"))
                        .setCrmAccountId(line.column("crm_account_id"))
                        .putAllAttributes(line.attributes()));
        if (line.hasContact()) {
            entry.setPerson(person(line));
        }
        return entry.build();
    }

    private static Person person(AccountLine line) {
        var email = line.column("email").toLowerCase(Locale.ROOT);
        var name = line.column("first_name") + " " + line.column("last_name");
        var slug = name.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return Person.newBuilder()
                .setId(email.isEmpty() ? line.domain() + "/" + slug : email)
                .setFirstName(line.column("first_name"))
                .setLastName(line.column("last_name"))
                .setTitle(line.column("title"))
                .setSeniority(seniority(line))
                .setDepartment(line.column("department"))
                .setEmail(email)
                .setEmailStatus(
                        email.isEmpty() ? EmailStatus.EMAIL_STATUS_UNSPECIFIED : EmailStatus.EMAIL_STATUS_UNVERIFIED)
                .setPhone(line.column("phone"))
                .setProfileUrl(line.column("profile_url"))
                .setLocation(line.column("location"))
                .build();
    }

    /** Unknown words are left away: the orchestrator reads the title. */
    private static Seniority seniority(AccountLine line) {
        try {
            return Enums.parse(Seniority.class, line.column("seniority"));
        } catch (CliFailure e) {
            return Seniority.SENIORITY_UNSPECIFIED;
        }
    }
}
