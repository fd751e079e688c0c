package io.outrider.messaging.lint;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Phrases that are looked for as whole words, in any case and with any spaces. */
final class Phrases {

    private final List<String> phrases;

    /** The longest word of each phrase: hardly any text has one of them. */
    private final Needles longest;

    private @Nullable Pattern pattern;

    Phrases(List<String> phrases) {
        this.phrases = phrases.stream()
                .map(String::strip)
                .filter(phrase -> !phrase.isEmpty())
                .toList();
        this.longest =
                new Needles(this.phrases.stream().map(Phrases::longestWord).toList());
    }

    private static String longestWord(String phrase) {
        return Stream.of(fold(phrase).split("\\s+"))
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
    }

    /**
     * The first phrase in the text, as the text writes it.
     *
     * @param folded the text, {@linkplain #fold folded}
     */
    Optional<String> findIn(String text, String folded) {
        if (!longest.anyIn(folded)) {
            return Optional.empty();
        }
        var matcher = pattern().matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** Made when it is first needed, which it seldom is. Two threads may both make it. */
    Pattern pattern() {
        var made = pattern;
        if (made == null) {
            var any = phrases.stream().map(Phrases::spaced).collect(Collectors.joining("|"));
            made = Pattern.compile(
                    "(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            pattern = made;
        }
        return made;
    }

    private static String spaced(String phrase) {
        return List.of(phrase.split("\\s+")).stream().map(Pattern::quote).collect(Collectors.joining("\\s+"));
    }

    /** As a pattern without regard to case compares, which is not what {@link String#toLowerCase} does to "ı" and "İ". */
    static String fold(String text) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            folded.appendCodePoint(Character.toLowerCase(Character.toUpperCase(c)));
            i += Character.charCount(c);
        }
        return folded.toString();
    }
}
