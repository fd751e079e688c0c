package io.outrider.messaging.ground;

import java.util.Locale;

/** A light English stemmer: enough to see that "hired", "hires" and "hiring" are one word, and no more. */
final class Stem {

    private static final String[] ENDINGS = {"ings", "ing", "ied", "ies", "ed", "es", "s", "e", "y"};

    private Stem() {}

    static String of(String word) {
        return ofLower(word.toLowerCase(Locale.ROOT));
    }

    /** @param lower a word in lower case */
    static String ofLower(String lower) {
        if (lower.length() < 4 || lower.equals("news") || lower.endsWith("ss")) {
            return lower;
        }
        for (var ending : ENDINGS) {
            int kept = lower.length() - ending.length();
            if (kept >= 3 && lower.endsWith(ending)) {
                return undouble(lower.substring(0, kept));
            }
        }
        return lower;
    }

    /** "running" is "run", but "selling" is "sell" as "sells" is. */
    private static String undouble(String stem) {
        int last = stem.length() - 1;
        char c = stem.charAt(last);
        boolean doubled = last >= 3 && c == stem.charAt(last - 1) && "bdgmnprt".indexOf(c) >= 0;
        return doubled ? stem.substring(0, last) : stem;
    }
}
