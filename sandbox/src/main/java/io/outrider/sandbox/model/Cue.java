package io.outrider.sandbox.model;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A pattern that is only tried where one of its words stands: most sentences have none, and trying costs time. */
record Cue(Pattern pattern, List<String> words) {

    static Cue of(String regex, String... words) {
        return new Cue(Pattern.compile(regex), List.of(words));
    }

    /** A matcher that stands on its first find; null where there is none. */
    @Nullable
    Matcher in(String sentence) {
        for (var word : words) {
            if (sentence.contains(word)) {
                var matcher = pattern.matcher(sentence);
                return matcher.find() ? matcher : null;
            }
        }
        return null;
    }
}
