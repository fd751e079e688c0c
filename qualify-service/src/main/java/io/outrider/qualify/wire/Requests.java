package io.outrider.qualify.wire;

import io.outrider.kit.error.Check;
import io.outrider.kit.security.Turn;
import io.outrider.qualify.question.Evidence;
import io.outrider.qualify.v1.QualifyCompanyRequest;
import io.outrider.qualify.v1.QualifyPersonRequest;
import io.outrider.qualify.verdict.Case;
import io.outrider.qualify.verdict.Contact;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Brief;
import io.outrider.type.v1.EmailStatus;
import io.outrider.type.v1.Level;
import io.outrider.type.v1.Person;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks requests and turns them into cases. */
public final class Requests {

    private Requests() {}

    /** @param turn in which a model is asked */
    public static Case company(QualifyCompanyRequest request, Instant now, Turn turn) {
        Check.that(request.hasBrief(), "brief", "must be set");
        return of(
                new Given(request.getAccount(), request.getBrief(), request.getLibrary(), request.getPlaybookId()),
                request.getLevel(),
                null,
                now,
                turn);
    }

    /** @param turn in which a model is asked */
    public static Case person(QualifyPersonRequest request, Instant now, Turn turn) {
        Check.that(request.hasPerson(), "person", "must be set");
        Fields.check(request.getPerson());
        return of(
                new Given(request.getAccount(), request.getBrief(), request.getLibrary(), request.getPlaybookId()),
                request.getLevel(),
                request.getPerson(),
                now,
                turn);
    }

    private static Case of(Given given, Level level, @Nullable Person person, Instant now, Turn turn) {
        Fields.check(given.account());
        Fields.check(given.brief(), given.account());
        var facts = FactsFromWire.of(given.brief(), now);
        var attributes = attributes(given.account(), person);
        return new Case(
                new Evidence(given.account().getDomain(), facts.facts(), attributes, turn),
                facts.expired(),
                given.brief().getPeopleList().stream().map(Person::getTitle).toList(),
                LibraryFromWire.of(given.library()),
                given.playbookId(),
                Enums.level(level) != Level.LEVEL_RULES,
                person == null ? null : contact(person));
    }

    private static Contact contact(Person person) {
        return new Contact(
                person.getTitle(),
                Enums.seniority(person.getSeniority()),
                person.getEmailStatus() == EmailStatus.EMAIL_STATUS_INVALID);
    }

    /** A rule of a persona reads the person as `attributes.person_title` and so on. */
    private static Map<String, String> attributes(Account account, @Nullable Person person) {
        if (person == null) {
            return account.getAttributesMap();
        }
        var attributes = new HashMap<>(account.getAttributesMap());
        put(attributes, "person_title", person.getTitle());
        put(attributes, "person_department", person.getDepartment());
        put(attributes, "person_location", person.getLocation());
        var seniority = Enums.seniority(person.getSeniority());
        if (seniority != io.outrider.qualify.match.Seniority.UNKNOWN) {
            put(attributes, "person_seniority", seniority.name().toLowerCase(Locale.ROOT));
        }
        return attributes;
    }

    private static void put(Map<String, String> attributes, String key, String value) {
        if (!value.isBlank()) {
            attributes.put(key, value);
        }
    }

    private record Given(Account account, Brief brief, io.outrider.type.v1.Library library, String playbookId) {}
}
