package io.outrider.sandbox.model;

import java.util.ArrayList;
import java.util.List;

/** Cuts a page's text into sentences that are exact substrings of it. */
final class Sentences {

    private Sentences() {}

    static List<Sentence> of(String text) {
        var found = new ArrayList<Sentence>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (endsAt(text, i)) {
                add(text, start, i + 1, found);
                start = i + 1;
            }
        }
        add(text, start, text.length(), found);
        return found;
    }

    private static boolean endsAt(String text, int i) {
        char c = text.charAt(i);
        if (c == '\n') {
            return true;
        }
        if (c != '.' && c != '!' && c != '?') {
            return false;
        }
        return i + 2 < text.length()
                && Character.isWhitespace(text.charAt(i + 1))
                && !Character.isLowerCase(text.charAt(i + 2));
    }

    private static void add(String text, int start, int end, List<Sentence> found) {
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (end > start) {
            found.add(new Sentence(text.substring(start, end), start, end));
        }
    }

    /** Offsets into the text it was cut from. */
    record Sentence(String text, int start, int end) {}
}
