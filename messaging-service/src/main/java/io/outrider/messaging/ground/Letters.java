package io.outrider.messaging.ground;

/** Kinds of characters, by the general categories of Unicode: what a word is made of. */
final class Letters {

    private static final int NUMBERS =
            1 << Character.DECIMAL_DIGIT_NUMBER | 1 << Character.LETTER_NUMBER | 1 << Character.OTHER_NUMBER;
    private static final int MARKS =
            1 << Character.NON_SPACING_MARK | 1 << Character.ENCLOSING_MARK | 1 << Character.COMBINING_SPACING_MARK;

    private Letters() {}

    /** A letter or a number. */
    static boolean beginsWord(int c) {
        return Character.isLetter(c) || isOneOf(NUMBERS, c);
    }

    /** A letter, a number, or a mark on one. */
    static boolean continuesWord(int c) {
        return beginsWord(c) || isOneOf(MARKS, c);
    }

    private static boolean isOneOf(int kinds, int c) {
        return (kinds >> Character.getType(c) & 1) == 1;
    }
}
