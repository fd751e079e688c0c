package io.outrider.messaging.lint;

import java.util.List;

/** Strings of which a pattern needs at least one: where none of them stands, the pattern need not be tried. */
record Needles(List<String> lower) {

    static Needles of(String... lower) {
        return new Needles(List.of(lower));
    }

    /** @param text in lower case */
    boolean anyIn(String text) {
        for (var needle : lower) {
            if (text.contains(needle)) {
                return true;
            }
        }
        return false;
    }
}
