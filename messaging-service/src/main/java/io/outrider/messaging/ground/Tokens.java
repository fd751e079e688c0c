package io.outrider.messaging.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a text and the {@linkplain Figures#MARK marks} of its figures, in reading order. Scanned by hand and not by
 * a pattern: every text of a message comes through here, and the pattern took most of the time.
 */
final class Tokens {

    private final List<String> texts = new ArrayList<>();
    private final List<String> lowers = new ArrayList<>();

    /** What stands before each token: punctuation and spaces. */
    private final List<String> gaps = new ArrayList<>();

    private Tokens() {}

    static Tokens of(String text) {
        var tokens = new Tokens();
        int end = 0;
        for (int at = 0; at < text.length(); ) {
            int next = endOfToken(text, at);
            if (next == at) {
                at += Character.charCount(text.codePointAt(at));
            } else {
                tokens.add(text.substring(end, at), text.substring(at, next));
                end = next;
                at = next;
            }
        }
        return tokens;
    }

    int count() {
        return texts.size();
    }

    String text(int index) {
        return texts.get(index);
    }

    /** All of them in lower case. */
    List<String> lowers() {
        return lowers;
    }

    boolean isMark(int index) {
        return texts.get(index).equals(Figures.MARK);
    }

    /** Nothing but spaces or one hyphen stands between it and the token before. */
    boolean adjoins(int index) {
        var gap = gaps.get(index);
        return gap.isBlank() || gap.equals("-");
    }

    /** The first word of a sentence. */
    boolean opens(int index) {
        var gap = gaps.get(index);
        return index == 0 ? gap.isBlank() : endsSentence(gap);
    }

    private static boolean endsSentence(String gap) {
        for (int i = 0; i < gap.length(); i++) {
            if (".!?:\n".indexOf(gap.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private void add(String gap, String text) {
        gaps.add(gap);
        texts.add(text);
        lowers.add(text.toLowerCase(Locale.ROOT));
    }

    /** {@code from} itself where no token begins there. */
    private static int endOfToken(String text, int from) {
        int c = text.codePointAt(from);
        if (c == Figures.MARK.charAt(0)) {
            return from + 1;
        }
        return Letters.beginsWord(c) ? endOfWord(text, from) : from;
    }

    /** With an apostrophe and the letters after it: "we'd". */
    private static int endOfWord(String text, int from) {
        int end = from;
        while (end < text.length() && Letters.continuesWord(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        if (end == text.length() || text.charAt(end) != '\'') {
            return end;
        }
        int tail = end + 1;
        while (tail < text.length() && Character.isLetter(text.codePointAt(tail))) {
            tail += Character.charCount(text.codePointAt(tail));
        }
        return tail == end + 1 ? end : tail;
    }
}
