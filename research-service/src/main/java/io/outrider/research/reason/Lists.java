package io.outrider.research.reason;

import java.util.List;
import java.util.regex.Pattern;

/** Takes "A, B and C" apart. */
final class Lists {

    /** For use in patterns: up to the end of the sentence. */
    static final String REST = "(?<list>[^.;:!?]*(?:[.][^\\s.;:!?][^.;:!?]*)*)";

    private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*(?:and\\s+)?|\\s+(?:and|as well as)\\s+");
    private static final Pattern PROSE = Pattern.compile(" \\p{Ll}+ \\p{Ll}+");
    private static final int MOST = 15;
    private static final int LONGEST = 60;
    private static final int WORDS = 5;

    private Lists() {}

    /** Only items that look like names: a capital or a digit first, few words. */
    static List<String> names(String list) {
        return SEPARATOR
                .splitAsStream(list)
                .map(String::strip)
                .filter(Lists::isName)
                .limit(MOST)
                .toList();
    }

    private static boolean isName(String item) {
        if (item.isEmpty() || item.length() > LONGEST) {
            return false;
        }
        var first = item.codePointAt(0);
        return (Character.isUpperCase(first) || Character.isDigit(first))
                && item.chars().filter(c -> c == ' ').count() < WORDS
                && !PROSE.matcher(item).find();
    }
}
