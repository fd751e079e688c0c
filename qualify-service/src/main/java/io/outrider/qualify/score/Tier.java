package io.outrider.qualify.score;

/** The score in one word. */
public enum Tier {
    STRONG,
    POSSIBLE,
    WEAK,
    DISQUALIFIED;

    private static final int STRONG_FROM = 8;
    private static final int POSSIBLE_FROM = 5;

    /** Of an account that nothing disqualifies. */
    public static Tier of(int score) {
        if (score >= STRONG_FROM) {
            return STRONG;
        }
        return score >= POSSIBLE_FROM ? POSSIBLE : WEAK;
    }
}
