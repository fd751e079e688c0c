package io.outrider.messaging.lint;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The subject or one sentence of a message, in the forms in which rules look at it.
 *
 * @param index of the sentence, or {@link Finding#WHOLE_STEP} for the subject
 * @param raw as it is sent
 * @param plain in compatibility composition (NFKC)
 * @param lower the plain form in lower case
 */
record Text(int index, String raw, String plain, String lower) {

    static Text of(int index, String raw) {
        var plain = isAscii(raw) ? raw : Normalizer.normalize(raw, Normalizer.Form.NFKC);
        return new Text(index, raw, plain, plain.toLowerCase(Locale.ROOT));
    }

    boolean isSubject() {
        return index == Finding.WHOLE_STEP;
    }

    boolean hasDigit() {
        for (int i = 0; i < plain.length(); i++) {
            if (Character.isDigit(plain.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    boolean isAscii() {
        return isAscii(raw);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
