package io.outrider.review.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A text in which one fact is another.
 *
 * @param fault what kind of mistake it is
 * @param before,after what was changed, as little as tells it from everything else
 */
record Falsehood(String fault, String text, String before, String after) {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.,-])\\d{1,9}(?![\\w-]|[.,]\\d)(?: \\p{L}+)?");
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2100;

    /** Each is put in the place of the one before it, the first in that of the last. */
    private static final List<List<String>> RINGS = List.of(
            List.of("first", "second", "third", "fourth", "fifth"),
            List.of("two", "four", "three", "six", "five", "seven", "ten"),
            List.of(
                    "January",
                    "April",
                    "July",
                    "October",
                    "February",
                    "May",
                    "August",
                    "November",
                    "March",
                    "June",
                    "September",
                    "December"));

    /**
     * The first fact that can be changed.
     *
     * @param document all that the reader can compare with; what is put in must not be in it
     */
    static Optional<Falsehood> in(String text, byte[] document, String ownName, String otherName) {
        return Stream.of(number(text), word(text), name(text, ownName, otherName))
                .flatMap(Optional::stream)
                .filter(falsehood -> !contains(document, falsehood.after()))
                .findFirst();
    }

    static boolean contains(byte[] document, String text) {
        return new String(document, StandardCharsets.ISO_8859_1)
                .contains(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    private static Optional<Falsehood> number(String text) {
        var matcher = NUMBER.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        var before = matcher.group();
        var digits = before.split(" ", 2)[0];
        return Optional.of(replaced("wrong-number", text, before, other(digits) + before.substring(digits.length())));
    }

    /** Not so far off that it is seen without looking at the evidence. */
    private static long other(String digits) {
        var number = Long.parseLong(digits);
        return number >= EARLIEST_YEAR && number <= LATEST_YEAR
                ? number - 2
                : number + Math.max(2, Math.round(number * 0.4));
    }

    private static Optional<Falsehood> word(String text) {
        return RINGS.stream()
                .flatMap(ring -> IntStream.range(0, ring.size())
                        .filter(i -> Pattern.compile("\\b" + ring.get(i) + "\\b")
                                .matcher(text)
                                .find())
                        .mapToObj(i -> replaced("wrong-fact", text, ring.get(i), ring.get((i + 1) % ring.size()))))
                .findFirst();
    }

    private static Optional<Falsehood> name(String text, String own, String other) {
        return own.isBlank() || other.isBlank() || own.equals(other) || !text.contains(own)
                ? Optional.empty()
                : Optional.of(replaced("wrong-company", text, own, other));
    }

    private static Falsehood replaced(String fault, String text, String before, String after) {
        var changed = Pattern.compile("(?<!\\w)" + Pattern.quote(before) + "(?!\\w)")
                .matcher(text)
                .replaceFirst(Matcher.quoteReplacement(after));
        return new Falsehood(fault, changed, before, after);
    }
}
