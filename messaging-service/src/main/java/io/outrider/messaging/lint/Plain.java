package io.outrider.messaging.lint;

import java.text.Normalizer;

/** Text in the one form that rules look at: compatibility composition (NFKC). */
final class Plain {

    private Plain() {}

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7E) {
                return Normalizer.normalize(text, Normalizer.Form.NFKC);
            }
        }
        return text;
    }
}
