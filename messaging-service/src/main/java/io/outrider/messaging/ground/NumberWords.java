package io.outrider.messaging.ground;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads numbers that are written out: "two hundred and forty". A lone "one" is a pronoun and no number. */
final class NumberWords {

    /** A number of {@code length} words, counted from where it was looked for. */
    record Found(BigDecimal amount, int length) {}

    private static final Map<String, Integer> SMALL = small();
    private static final Map<String, Long> SCALES = Map.of(
            "dozen",
            12L,
            "thousand",
            1_000L,
            "million",
            1_000_000L,
            "billion",
            1_000_000_000L,
            "trillion",
            1_000_000_000_000L);

    private NumberWords() {}

    private static Map<String, Integer> small() {
        var words = new HashMap<String, Integer>();
        var units = List.of(
                "zero",
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
                "thirteen",
                "fourteen",
                "fifteen",
                "sixteen",
                "seventeen",
                "eighteen",
                "nineteen");
        for (int i = 0; i < units.size(); i++) {
            words.put(units.get(i), i);
        }
        var tens = List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
        for (int i = 0; i < tens.size(); i++) {
            words.put(tens.get(i), 20 + 10 * i);
        }
        return Map.copyOf(words);
    }

    /**
     * The number that starts at {@code from}, if one does.
     *
     * @param words in lower case
     */
    static Optional<Found> at(List<String> words, int from) {
        long total = 0;
        long group = 0;
        int length = 0;
        boolean counted = false;
        for (int i = from; i < words.size(); i++) {
            var word = words.get(i);
            var value = SMALL.get(word);
            var scale = SCALES.get(word);
            if (value != null) {
                group += value;
            } else if (word.equals("hundred") && counted) {
                group = Math.max(1, group) * 100;
            } else if (scale != null && counted) {
                total += Math.max(1, group) * scale;
                group = 0;
            } else if (word.equals("a") && !counted && i + 1 < words.size() && isMagnitude(words.get(i + 1))) {
                group = 0;
            } else if (word.equals("and") && counted && i + 1 < words.size() && isSmall(words.get(i + 1))) {
                continue;
            } else {
                break;
            }
            counted = true;
            length = i - from + 1;
        }
        boolean pronoun = length == 1 && total + group == 1;
        return counted && !pronoun
                ? Optional.of(new Found(BigDecimal.valueOf(total + group), length))
                : Optional.empty();
    }

    private static boolean isMagnitude(String word) {
        return word.equals("hundred") || SCALES.containsKey(word);
    }

    private static boolean isSmall(String word) {
        return SMALL.containsKey(word);
    }
}
