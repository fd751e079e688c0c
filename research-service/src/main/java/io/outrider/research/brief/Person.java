package io.outrider.research.brief;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Someone named on the account's own pages. Empty text means that no page says it.
 *
 * @param id lower-case email where there is one, else {@code domain/full-name-slug}
 */
public record Person(
        String id,
        String firstName,
        String lastName,
        String title,
        Seniority seniority,
        String department,
        String email,
        String profileUrl,
        String location,
        List<FieldBasis> basis) {

    private static final Pattern NOT_SLUG = Pattern.compile("[^a-z0-9]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    public Person {
        basis = List.copyOf(basis);
    }

    public String fullName() {
        return (firstName + ' ' + lastName).strip();
    }

    /** The id that a person of this name and email has. */
    public static String idOf(String domain, String fullName, String email) {
        return email.isEmpty() ? domain + '/' + slug(fullName) : email.toLowerCase(Locale.ROOT);
    }

    /** "Zoë Van Damme" becomes "zoe-van-damme". */
    public static String slug(String name) {
        var plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        var slug = NOT_SLUG.matcher(plain).replaceAll("-");
        return slug.replaceAll("^-|-$", "");
    }
}
