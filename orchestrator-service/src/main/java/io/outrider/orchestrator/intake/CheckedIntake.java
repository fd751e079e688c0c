package io.outrider.orchestrator.intake;

import io.outrider.type.v1.Account;
import io.outrider.type.v1.EmailStatus;
import io.outrider.type.v1.Person;
import io.outrider.type.v1.Seniority;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The rules of intake. Refuses with the first thing that is wrong; changes nothing but the form of what is right. */
@ApplicationScoped
class CheckedIntake implements AccountIntake {

    @Override
    public Checked check(Account account, Person person) {
        var tooLong = TextLimits.problem(account);
        if (tooLong == null) {
            tooLong = TextLimits.attributes(account);
        }
        if (tooLong == null) {
            tooLong = TextLimits.problem(person);
        }
        if (tooLong == null) {
            tooLong = unknownValue(person);
        }
        if (tooLong != null) {
            return tooLong;
        }
        return switch (DomainName.parse(account.getDomain())) {
            case DomainName.Parsed.Missing ignored -> new Checked.Refused("MISSING_DOMAIN", "domain is missing");
            case DomainName.Parsed.Invalid(String problem) ->
                new Checked.Refused("INVALID_DOMAIN", "domain " + shown(account.getDomain()) + " " + problem);
            case DomainName.Parsed.Registrable(String domain)
            when FreeMail.isFree(domain) ->
                new Checked.Refused(
                        "FREE_MAIL_DOMAIN", domain + " gives mailboxes to anybody; it is no company's domain");
            case DomainName.Parsed.Registrable(String domain) -> withPerson(account, person, domain);
        };
    }

    /** A client of a later version may know values that this one cannot keep. */
    private static Checked.@Nullable Refused unknownValue(Person person) {
        if (person.getSeniority() == Seniority.UNRECOGNIZED) {
            return new Checked.Refused("INVALID_FIELD", "person.seniority has no value " + person.getSeniorityValue());
        }
        return person.getEmailStatus() == EmailStatus.UNRECOGNIZED
                ? new Checked.Refused(
                        "INVALID_FIELD", "person.email_status has no value " + person.getEmailStatusValue())
                : null;
    }

    private static Checked withPerson(Account account, Person person, String domain) {
        var email = person.getEmail().isBlank() ? "" : EmailAddress.normalise(person.getEmail());
        if (!person.getEmail().isBlank() && email.isEmpty()) {
            return new Checked.Refused(
                    "INVALID_EMAIL", "email " + shown(person.getEmail()) + " is not an email address");
        }
        var tidy = account.toBuilder()
                .setDomain(domain)
                .setName(account.getName().strip())
                .build();
        return new Checked.Accepted(tidy, tidy(person, domain, email));
    }

    private static Person tidy(Person person, String domain, String email) {
        var first = person.getFirstName().strip();
        var last = person.getLastName().strip();
        var id = PersonId.of(domain, email, first, last);
        if (id.isEmpty()) {
            return Person.getDefaultInstance();
        }
        var title = person.getTitle().strip();
        var unstated = person.getSeniority() == Seniority.SENIORITY_UNSPECIFIED;
        var unverified = !email.isEmpty() && person.getEmailStatus() == EmailStatus.EMAIL_STATUS_UNSPECIFIED;
        return person.toBuilder()
                .setId(id)
                .setFirstName(first)
                .setLastName(last)
                .setTitle(title)
                .setEmail(email)
                .setSeniority(unstated ? TitleSeniority.of(title) : person.getSeniority())
                .setEmailStatus(unverified ? EmailStatus.EMAIL_STATUS_UNVERIFIED : person.getEmailStatus())
                .clearBasis()
                .build();
    }

    private static String shown(String text) {
        var line = text.strip();
        return "\"" + (line.length() > 80 ? line.substring(0, 80) + "..." : line) + "\"";
    }
}
