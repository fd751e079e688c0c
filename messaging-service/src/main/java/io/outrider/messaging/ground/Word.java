package io.outrider.messaging.ground;

/**
 * One word of a text.
 *
 * @param opening true for the first word of a sentence, whose capital says nothing
 */
record Word(String text, String stem, boolean opening) {

    /** Written like a name: with a capital, or with a digit among its letters. */
    boolean looksLikeName() {
        return text.chars().anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
    }

    boolean hasDigit() {
        return text.chars().anyMatch(Character::isDigit);
    }

    /** Has a letter that English does not: "Ferrocraft" with a Cyrillic "e" looks right and is another word. */
    boolean isForeign() {
        return text.codePoints()
                .anyMatch(c -> c > 0x7F
                        && Character.isLetter(c)
                        && Character.UnicodeScript.of(c) != Character.UnicodeScript.LATIN);
    }
}
