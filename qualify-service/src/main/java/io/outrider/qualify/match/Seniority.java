package io.outrider.qualify.match;

import java.util.List;
import java.util.Set;

/** How senior a person is, as far as a title says it. */
public enum Seniority {
    UNKNOWN(Set.of()),
    INDIVIDUAL(Set.of()),
    MANAGER(Set.of("manager", "lead", "supervisor")),
    DIRECTOR(Set.of("director", "head", "principal")),
    VP(Set.of("vicepresident")),
    C_LEVEL(Set.of("chief", "founder", "cofounder", "owner", "president"));

    private final Set<String> words;

    Seniority(Set<String> words) {
        this.words = words;
    }

    /** The highest that the words name; INDIVIDUAL where they name none, UNKNOWN without words. */
    static Seniority in(List<String> titleWords) {
        if (titleWords.isEmpty()) {
            return UNKNOWN;
        }
        for (var level : List.of(C_LEVEL, VP, DIRECTOR, MANAGER)) {
            if (titleWords.stream().anyMatch(level.words::contains)) {
                return level;
            }
        }
        return INDIVIDUAL;
    }

    static boolean isRank(String word) {
        return VP.words.contains(word)
                || C_LEVEL.words.contains(word)
                || DIRECTOR.words.contains(word)
                || MANAGER.words.contains(word)
                || word.equals("officer");
    }
}
