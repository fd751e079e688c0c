package io.outrider.messaging.ground;

/**
 * One word of a text.
 *
 * @param lower the text in lower case
 * @param opening true for the first word of a sentence, whose capital says nothing
 */
record Word(String text, String lower, String stem, boolean opening) {

    static Word of(String text, String lower, boolean opening) {
        return new Word(text, lower, Stem.ofLower(lower), opening);
    }

    /** Written like a name: with a capital, or with a digit among its letters. */
    boolean looksLikeName() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isUpperCase(c) || Character.isDigit(c)) {
                return true;
            }
        }
        return false;
    }

    /** Has a letter that English does not: "Ferrocraft" with a Cyrillic "e" looks right and is another word. */
    boolean isForeign() {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return text.codePoints().anyMatch(Word::isForeign);
            }
        }
        return false;
    }

    private static boolean isForeign(int c) {
        return c > 0x7F && Character.isLetter(c) && Character.UnicodeScript.of(c) != Character.UnicodeScript.LATIN;
    }
}
