package io.outrider.messaging.ground;

import java.text.Normalizer;

/** Text as the checks see it: one form for each letter, digit, quotation mark and space, and nothing invisible. */
final class PlainText {

    private PlainText() {}

    static String of(String text) {
        if (isPlainAscii(text)) {
            return text;
        }
        var normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var out = new StringBuilder(normal.length());
        normal.codePoints().forEach(c -> append(out, c));
        return out.toString();
    }

    private static boolean isPlainAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7E || c < ' ' && c != '\n') {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder out, int c) {
        if (Character.isDigit(c)) {
            out.append((char) ('0' + Character.digit(c, 10)));
            return;
        }
        switch (c) {
            case '\u201C', '\u201D', '\u201E', '\u201F', '\u00AB', '\u00BB' -> out.append('"');
            case '\u2018', '\u2019', '\u201A', '\u201B', '\u02BC', '\u2032' -> out.append('\'');
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> out.append('-');
            case '\u2044', '\u2215' -> out.append('/');
            case '\u066A' -> out.append('%');
            case '\n' -> out.append('\n');
            case '\u20E3' -> {}
            default -> appendOther(out, c);
        }
    }

    private static void appendOther(StringBuilder out, int c) {
        switch (Character.getType(c)) {
            case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {}
            case Character.CONTROL,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> out.append(' ');
            default -> {
                if (c < 0xFE00 || c > 0xFE0F) {
                    out.appendCodePoint(c);
                }
            }
        }
    }
}
