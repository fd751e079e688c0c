package io.outrider.qualify.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A job title as whole words, lower case, with usual abbreviations written out.
 *
 * @param words for example "vicepresident", "engineering"
 */
record JobTitle(List<String> words) {

    private static final Set<String> FILLERS = Set.of("of", "the", "and", "for", "in", "at", "de");

    private static final Map<String, List<String>> ABBREVIATIONS = Map.ofEntries(
            Map.entry("vp", List.of("vicepresident")),
            Map.entry("svp", List.of("senior", "vicepresident")),
            Map.entry("evp", List.of("executive", "vicepresident")),
            Map.entry("sr", List.of("senior")),
            Map.entry("jr", List.of("junior")),
            Map.entry("mgr", List.of("manager")),
            Map.entry("dir", List.of("director")),
            Map.entry("eng", List.of("engineering")),
            Map.entry("ops", List.of("operations")),
            Map.entry("ceo", List.of("chief", "executive", "officer")),
            Map.entry("cto", List.of("chief", "technology", "officer")),
            Map.entry("cfo", List.of("chief", "financial", "officer")),
            Map.entry("coo", List.of("chief", "operating", "officer")),
            Map.entry("cmo", List.of("chief", "marketing", "officer")),
            Map.entry("cio", List.of("chief", "information", "officer")),
            Map.entry("ciso", List.of("chief", "information", "security", "officer")),
            Map.entry("cro", List.of("chief", "revenue", "officer")));

    JobTitle {
        words = List.copyOf(words);
    }

    static JobTitle of(String title) {
        var words = new ArrayList<String>();
        for (var word :
                title.toLowerCase(Locale.ROOT).replace("vice president", "vp").split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty() && !FILLERS.contains(word)) {
                words.addAll(ABBREVIATIONS.getOrDefault(word, List.of(word)));
            }
        }
        return new JobTitle(words);
    }

    Seniority seniority() {
        return Seniority.in(words);
    }

    /** Whether the other's words stand in this title, side by side and in order. */
    boolean contains(JobTitle other) {
        return !other.words.isEmpty() && Collections.indexOfSubList(words, other.words) >= 0;
    }

    /** Whether this title names the other's field of work, in any order, whatever the rank. */
    boolean coversFieldOf(JobTitle other) {
        var field = other.field();
        return !field.isEmpty() && words.containsAll(field);
    }

    private List<String> field() {
        return words.stream().filter(word -> !Seniority.isRank(word)).toList();
    }
}
