package io.outrider.messaging.material;

import java.util.List;

/** How the vendor speaks. */
public record Voice(List<String> tone, List<String> bannedPhrases, int maxWords) {

    public static final int DEFAULT_MAX_WORDS = 120;

    public Voice {
        tone = List.copyOf(tone);
        bannedPhrases = List.copyOf(bannedPhrases);
        maxWords = maxWords <= 0 ? DEFAULT_MAX_WORDS : maxWords;
    }
}
