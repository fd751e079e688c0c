package io.outrider.messaging.ground;

import java.util.List;
import java.util.regex.Pattern;

/** Where one sentence ends and the next begins. */
final class Sentences {

    static final Pattern BREAK = Pattern.compile("(?<=[.!?][\"']?)\\s+(?=[\\p{Lu}\\p{N}\"'])");

    private Sentences() {}

    static List<String> of(String plain) {
        return mayHoldTwo(plain) ? List.of(BREAK.split(plain)) : List.of(plain);
    }

    /** After an end comes at least a space and the beginning of another sentence. */
    private static boolean mayHoldTwo(String plain) {
        for (int i = 0; i < plain.length() - 2; i++) {
            if (".!?".indexOf(plain.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
