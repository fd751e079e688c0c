package io.outrider.research.enrich;

import io.outrider.research.brief.Brief;
import io.outrider.research.brief.Person;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds people among those that the account's own pages name. */
public final class PersonMatch {

    private PersonMatch() {}

    /** By email where the page names one, else by first and last name. Never by a likeness. */
    public static Optional<Person> find(Brief brief, String firstName, String lastName, String email) {
        return brief.people().stream()
                .filter(person -> sameEmail(person, email) || sameName(person, firstName, lastName))
                .findFirst();
    }

    /** @param titles matched as whole words, whatever their case; none means everyone */
    public static List<Person> withTitles(Brief brief, List<String> titles, int most) {
        var patterns = titles.stream()
                .map(title -> Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(title.strip()) + "(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                .toList();
        return brief.people().stream()
                .filter(person -> patterns.isEmpty()
                        || patterns.stream()
                                .anyMatch(pattern ->
                                        pattern.matcher(person.title()).find()))
                .limit(most)
                .toList();
    }

    private static boolean sameEmail(Person person, String email) {
        return !email.isBlank() && person.email().equalsIgnoreCase(email.strip());
    }

    private static boolean sameName(Person person, String firstName, String lastName) {
        return !firstName.isBlank()
                && !lastName.isBlank()
                && slug(person.fullName()).equals(slug(firstName + ' ' + lastName));
    }

    private static String slug(String name) {
        return Person.slug(name).toLowerCase(Locale.ROOT);
    }
}
