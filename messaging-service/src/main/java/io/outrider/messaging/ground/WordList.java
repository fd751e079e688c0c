package io.outrider.messaging.ground;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The word lists of this package, read once from the class path. */
final class WordList {

    /** Stems of words that assert nothing. */
    static final Set<String> NEUTRAL = read("neutral").map(Stem::of).collect(Collectors.toUnmodifiableSet());

    /** Stems of words that assert nothing in a question, and may in a statement. */
    static final Set<String> ASKING = read("asking").map(Stem::of).collect(Collectors.toUnmodifiableSet());

    /** Words, in lower case and unstemmed, that tell of an event, a quantity or a guarantee. */
    static final Set<String> WEIGHTY = read("weighty").collect(Collectors.toUnmodifiableSet());

    private WordList() {}

    static boolean isNeutral(Word word) {
        return NEUTRAL.contains(word.stem());
    }

    static boolean isAsking(Word word) {
        return ASKING.contains(word.stem()) && (word.opening() || !word.looksLikeName());
    }

    static boolean isWeighty(Word word) {
        return WEIGHTY.contains(word.lower());
    }

    private static Stream<String> read(String name) {
        var resource = "/words/" + name + ".txt";
        try (var in = WordList.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the class path");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .flatMap(line -> Arrays.stream(line.strip().split(" +")))
                            .filter(word -> !word.isEmpty())
                            .toList()
                            .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
