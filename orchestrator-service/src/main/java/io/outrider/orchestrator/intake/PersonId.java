package io.outrider.orchestrator.intake;

import java.text.Normalizer;
import java.util.Locale;

/** Makes the id of a person: the same person gets the same id whoever names them. */
public final class PersonId {

    private PersonId() {}

    /**
     * The lower-case email where there is one, else "&lt;domain&gt;/&lt;full-name-slug&gt;".
     *
     * @return empty where neither an email nor a name is known
     */
    public static String of(String domain, String email, String firstName, String lastName) {
        if (!email.isEmpty()) {
            return email.toLowerCase(Locale.ROOT);
        }
        var slug = slug(firstName + " " + lastName);
        return slug.isEmpty() ? "" : domain + "/" + slug;
    }

    private static String slug(String name) {
        return Normalizer.normalize(name.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-+|-+$", "");
    }
}
