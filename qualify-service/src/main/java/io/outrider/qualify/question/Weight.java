package io.outrider.qualify.question;

/** How far a certain answer moves the score, in hundredths of a point. */
public enum Weight {
    LOW(50),
    MEDIUM(100),
    HIGH(200),

    /** Moves nothing unless the answer is yes; then the score is 1 whatever the rest says. */
    INSTANT_DISQUALIFIER(0);

    private final int hundredths;

    Weight(int hundredths) {
        this.hundredths = hundredths;
    }

    public int hundredths() {
        return hundredths;
    }

    /** How much the answer counts for the confidence in the whole. A disqualifier weighs as much as the heaviest. */
    public int importance() {
        return this == INSTANT_DISQUALIFIER ? HIGH.hundredths : hundredths;
    }
}
