package io.outrider.sandbox.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Turns text into the ideas it speaks of, so that "stopped lines" meets "downtime of a press". */
final class Concepts {

    private static final Set<String> EMPTY_WORDS = Set.of(
            "the", "a", "an", "of", "its", "it", "own", "or", "and", "in", "is", "are", "does", "do", "has", "have",
            "had", "company", "that", "say", "said", "by", "only", "to", "for", "with", "on", "at", "more", "than",
            "one", "itself", "they", "their", "any", "use", "using", "used", "from", "be", "been", "this", "we", "our",
            "us", "as", "was");

    private final Map<String, Set<String>> byWord = load();

    Set<String> of(String text) {
        var found = new HashSet<String>();
        for (var word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+")) {
            if (word.length() < 2 || EMPTY_WORDS.contains(word)) {
                continue;
            }
            var known = byWord.get(stem(word));
            if (known == null) {
                found.add(stem(word));
            } else {
                found.addAll(known);
            }
        }
        return found;
    }

    static String stem(String word) {
        for (var end : new String[] {"ing", "ies", "es", "ed", "s", "e"}) {
            if (word.length() > end.length() + 2 && word.endsWith(end)) {
                return word.substring(0, word.length() - end.length());
            }
        }
        return word;
    }

    private static Map<String, Set<String>> load() {
        var words = new HashMap<String, Set<String>>();
        var resource = "/model/concepts.txt";
        try (var in = Objects.requireNonNull(Concepts.class.getResourceAsStream(resource), resource)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(":") && !line.startsWith("#"))
                    .forEach(line -> {
                        var idea = line.substring(0, line.indexOf(':'));
                        for (var word :
                                line.substring(idea.length() + 1).strip().split(" +")) {
                            words.computeIfAbsent(stem(word), ignored -> new HashSet<>())
                                    .add(idea);
                        }
                    });
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
