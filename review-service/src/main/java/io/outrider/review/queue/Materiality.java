package io.outrider.review.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether an edit says that the draft was not good enough. It does where a value that is no text changes, comes or goes; where a number or a
 * name comes or goes; or where more than a tenth of a text's words differ. A comma, a spelling or a smoother word does not.
 */
final class Materiality {

    static final double TRIFLE = 0.1;

    /** Pairs of words: some milliseconds. A letter has a few hundred words; a payload may have a hundred thousand. */
    private static final long MOST_COMPARED = 1_000_000;

    private Materiality() {}

    static boolean of(Payload before, Payload after) {
        var old = new TreeMap<String, Object>();
        var now = new TreeMap<String, Object>();
        flatten("", before.json(), old);
        flatten("", after.json(), now);
        if (!old.keySet().equals(now.keySet())) {
            return true;
        }
        return old.entrySet().stream().anyMatch(value -> changes(value.getValue(), now.get(value.getKey())));
    }

    private static boolean changes(Object before, @Nullable Object after) {
        if (before instanceof String old && after instanceof String now) {
            return changes(old, now);
        }
        return !Objects.equals(before, after);
    }

    private static boolean changes(String before, String after) {
        if (!new HashSet<>(Sentences.facts(before)).equals(new HashSet<>(Sentences.facts(after)))) {
            return true;
        }
        return differMuch(words(before), words(after));
    }

    /** What is equal at both ends is left out. What is still too long to compare on an event loop counts as much. */
    private static boolean differMuch(List<String> before, List<String> after) {
        var trifle = TRIFLE * Math.max(before.size(), after.size());
        var start = 0;
        var shorter = Math.min(before.size(), after.size());
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        var end = 0;
        while (end < shorter - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        var old = before.subList(start, before.size() - end);
        var now = after.subList(start, after.size() - end);
        return (long) old.size() * now.size() > MOST_COMPARED || distance(old, now) > trifle;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** How many words must come, go or change (Levenshtein). */
    static int distance(List<String> from, List<String> to) {
        var row = new int[to.size() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.size(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                var same = from.get(i - 1).equals(to.get(j - 1)) ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.size()];
    }

    private static void flatten(String at, Object value, Map<String, Object> into) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((key, inner) -> flatten(at + "/" + key, orNothing(inner), into));
            case List<?> list -> {
                var all = new ArrayList<Object>(list);
                for (int i = 0; i < all.size(); i++) {
                    flatten(at + "/" + i, orNothing(all.get(i)), into);
                }
            }
            default -> into.put(at, value);
        }
    }

    private static Object orNothing(@Nullable Object value) {
        return value == null ? Map.of() : value;
    }
}
