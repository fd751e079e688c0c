package io.outrider.research.read;

import java.text.Normalizer;

/**
 * Collects text in the one form that quotes are checked in: NFC, one space between words, one newline between blocks, nothing
 * invisible (zero-width, direction and control characters, lone surrogates).
 */
public final class PlainText {

    private static final int MOST = 200_000;

    /** The first combining mark: what comes before it is NFC by itself, in any order. */
    private static final char FIRST_COMPOSABLE = '\u0300';

    private final StringBuilder text = new StringBuilder(4_096);
    private boolean space;
    private boolean line;
    private boolean composable;

    /** The same form for a text from elsewhere, for example a model's quote. */
    public static String of(String raw) {
        var plain = new PlainText();
        raw.lines().forEach(one -> {
            plain.words(one);
            plain.newLine();
        });
        return plain.toString();
    }

    void words(String raw) {
        for (int i = 0; i < raw.length() && text.length() < MOST; i++) {
            var c = raw.charAt(i);
            if (isPrintable(c)) {
                put(c);
                i = run(raw, i + 1) - 1;
            } else if (c <= ' ' || Character.isSpaceChar(c) || c == 0x85) {
                space = true;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < raw.length()
                    && Character.isLowSurrogate(raw.charAt(i + 1))) {
                put(c);
                text.append(raw.charAt(++i));
            } else if (isVisible(c)) {
                put(c);
            }
        }
    }

    /**
     * Takes what follows as it is, up to the first character that needs a look.
     *
     * @return where that stands
     */
    private int run(String raw, int from) {
        var most = Math.min(raw.length(), from + Math.max(0, MOST - text.length()));
        var end = from;
        while (end < most && isPrintable(raw.charAt(end))) {
            end++;
        }
        text.append(raw, from, end);
        return end;
    }

    private static boolean isPrintable(char c) {
        return c > ' ' && c < 0x7f;
    }

    /** A space between what came before and what comes next. */
    void gap() {
        space = true;
    }

    void newLine() {
        line = true;
        space = false;
    }

    void line(String raw) {
        newLine();
        words(raw);
        newLine();
    }

    @Override
    public String toString() {
        var whole = text.toString();
        return !composable || Normalizer.isNormalized(whole, Normalizer.Form.NFC)
                ? whole
                : Normalizer.normalize(whole, Normalizer.Form.NFC);
    }

    private void put(char c) {
        if (line && !text.isEmpty()) {
            text.append('\n');
        } else if (space && !text.isEmpty()) {
            text.append(' ');
        }
        line = false;
        space = false;
        text.append(c);
        composable |= c >= FIRST_COMPOSABLE;
    }

    private static boolean isVisible(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
