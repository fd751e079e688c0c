package io.outrider.research.reason;

import java.util.Locale;
import java.util.Set;

/**
 * Walks a text once, cuts it into sentences, and says which rules each of them may interest. A rule names the words without
 * which it has nothing to say; only sentences with such a word cost more than this walk.
 */
final class SentenceScanner {

    private static final Set<String> SHORT_FORMS = Set.of(
            "est", "inc", "ltd", "co", "corp", "dr", "mr", "mrs", "ms", "no", "st", "vs", "approx", "ca", "e.g", "i.e");
    private static final int SLOTS = 1 << 11;

    private final int[] hashes = new int[SLOTS];
    private final long[] masks = new long[SLOTS];

    /** @param bit of the rule, 0 to 63 */
    void trigger(String word, int bit) {
        var hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = 31 * hash + word.charAt(i);
        }
        var slot = slot(hash);
        hashes[slot] = hash;
        masks[slot] |= 1L << bit;
    }

    /** Calls for each sentence that holds a trigger. A rare false call is possible, a missed one is not. */
    void scan(String text, Visitor visitor) {
        var start = 0;
        var hash = 0;
        var mask = 0L;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                hash = 31 * hash + lower(c);
                continue;
            }
            mask |= maskOf(hash);
            hash = 0;
            if (c == '\n' || endsSentence(text, i)) {
                visit(text, start, c == '\n' ? i : i + 1, mask, visitor);
                start = i + 1;
                mask = 0;
            }
        }
        visit(text, start, text.length(), mask | maskOf(hash), visitor);
    }

    private static void visit(String text, int from, int end, long mask, Visitor visitor) {
        if (mask == 0) {
            return;
        }
        var start = from;
        while (start < end && text.charAt(start) == ' ') {
            start++;
        }
        if (start < end) {
            visitor.sentence(start, end, mask);
        }
    }

    private static boolean endsSentence(String text, int i) {
        var c = text.charAt(i);
        if ((c != '.' && c != '!' && c != '?') || i + 2 >= text.length() || text.charAt(i + 1) != ' ') {
            return false;
        }
        var next = text.charAt(i + 2);
        return !Character.isLowerCase(next) && !(c == '.' && isShortForm(text, i));
    }

    /** "J. Doe", "est. 1998": the full stop belongs to the word. */
    private static boolean isShortForm(String text, int dot) {
        var start = dot;
        while (start > 0 && Character.isLetter(text.charAt(start - 1)) && dot - start < 8) {
            start--;
        }
        var length = dot - start;
        return (length == 1 && Character.isUpperCase(text.charAt(start)))
                || (length > 1
                        && length < 8
                        && SHORT_FORMS.contains(text.substring(start, dot).toLowerCase(Locale.ROOT)));
    }

    private long maskOf(int hash) {
        return hash == 0 ? 0 : masks[slot(hash)];
    }

    private int slot(int hash) {
        var slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    private static char lower(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return Character.toLowerCase(c);
    }

    /** Receives sentences. */
    @FunctionalInterface
    interface Visitor {
        void sentence(int start, int end, long rules);
    }
}
