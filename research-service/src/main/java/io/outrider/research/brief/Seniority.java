package io.outrider.research.brief;

import java.util.Locale;
import java.util.regex.Pattern;

/** How high a title stands. */
public enum Seniority {
    INDIVIDUAL,
    MANAGER,
    DIRECTOR,
    VP,
    C_LEVEL;

    private static final Pattern TOP = Pattern.compile(
            "\\b(chief|ceo|cto|cfo|coo|cmo|cio|ciso|cro|cpo|founder|co-founder|cofounder|owner|president|managing director|geschäftsführer(?:in)?)\\b",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern VICE = Pattern.compile("\\b(vp|svp|evp|vice president)\\b");
    private static final Pattern DIRECTOR_LEVEL = Pattern.compile("\\b(director|head)\\b");
    private static final Pattern MANAGER_LEVEL = Pattern.compile("\\b(manager|lead|supervisor)\\b");

    /** By the words of the title; a title without such a word is an individual's. */
    public static Seniority of(String title) {
        var words = title.toLowerCase(Locale.ROOT);
        if (VICE.matcher(words).find()) {
            return VP;
        }
        if (TOP.matcher(words).find()) {
            return C_LEVEL;
        }
        if (DIRECTOR_LEVEL.matcher(words).find()) {
            return DIRECTOR;
        }
        return MANAGER_LEVEL.matcher(words).find() ? MANAGER : INDIVIDUAL;
    }
}
