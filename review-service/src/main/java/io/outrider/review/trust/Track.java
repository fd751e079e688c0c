package io.outrider.review.trust;

/**
 * The record of one action type in one segment. Counts only what the matrix would have let pass: how people judge the rest says
 * nothing of what passes alone.
 *
 * <p>Three things take a level away at once: a lower bound over the newest labels that fell below what it had to reach, three bad
 * labels or outcomes among the newest eight, and three bad outcomes among what passed lately. After one bad label or outcome everything is
 * reviewed for seven items (tightened inspection), so that a thin sample still tells quickly.
 *
 * @param labels the newest, oldest first: '+' accepted without a material edit, '-' not, '!' passed alone and went wrong outside
 * @param fresh labels since the level changed
 * @param tightened how many more items are all reviewed
 * @param passed without a person, since the level changed
 * @param badOutcomes among them, not yet forgotten
 * @param alarm why the level was taken away; empty where it was not
 * @param settled a person or an alarm has moved the level; until then it is the policy's
 */
public record Track(
        AutonomyLevel level,
        String labels,
        int fresh,
        int tightened,
        long passed,
        int badOutcomes,
        String alarm,
        boolean settled) {

    public static final Track NEW = new Track(AutonomyLevel.ALL_REVIEWED, "", 0, 0, 0, 0, "", false);

    static final int MOST_LABELS = 200;
    static final int TIGHT = 7;
    static final int WINDOW = 8;
    static final int BAD_OF_WINDOW = 3;
    static final int BAD_OUTCOMES = 3;

    /** After so many more that passed an outcome is forgotten. */
    private static final int FORGET_AFTER = 50;

    /**
     * Where nobody has moved the level yet, it is the one that the policy gives ahead, unless the record that is there already would lose it
     * at once.
     */
    public Track startingAt(AutonomyLevel start, AutonomyRule rule) {
        if (settled) {
            return this;
        }
        var ahead = unsettledAt(start);
        return ahead.judged(rule).level() == start ? ahead : unsettledAt(AutonomyLevel.ALL_REVIEWED);
    }

    private Track unsettledAt(AutonomyLevel start) {
        return new Track(start, labels, fresh, tightened, passed, badOutcomes, alarm, false);
    }

    /** A person decided an item that would have passed. */
    public Track labelled(boolean good, AutonomyRule rule) {
        var tight = good ? Math.max(0, tightened - 1) : TIGHT;
        return new Track(level, with(good ? '+' : '-'), fresh + 1, tight, passed, badOutcomes, alarm, settled)
                .judged(rule);
    }

    /** What passed alone went wrong outside. */
    public Track wentWrong(AutonomyRule rule) {
        return new Track(level, with('!'), fresh, TIGHT, passed, badOutcomes + 1, alarm, settled).judged(rule);
    }

    private String with(char label) {
        var all = labels + label;
        return all.substring(Math.max(0, all.length() - MOST_LABELS));
    }

    public Track passedAlone() {
        var remembered = (passed + 1) % FORGET_AFTER == 0 ? Math.max(0, badOutcomes - 1) : badOutcomes;
        return new Track(level, labels, fresh, tightened, passed + 1, remembered, alarm, settled);
    }

    /** A person agreed to the next level. What was counted so far still counts. */
    public Track promoted() {
        return new Track(level.next(), labels, 0, 0, 0, 0, "", true);
    }

    /** Those that people decided. */
    public int items() {
        return accepted() + count(labels, '-');
    }

    public int accepted() {
        return count(labels, '+');
    }

    private static int count(String labels, char which) {
        return (int) labels.chars().filter(label -> label == which).count();
    }

    public double lowerBound(AutonomyRule rule) {
        return LowerBound.of(accepted(), items(), rule.confidence());
    }

    /** Whether the figures would carry the next level. */
    public boolean deservesMore(AutonomyRule rule) {
        return level != AutonomyLevel.AUTONOMOUS
                && tightened == 0
                && fresh >= rule.minItems()
                && lowerBound(rule) >= rule.minPrecision();
    }

    /** Share of what the matrix lets pass that people see now. */
    public double reviewRate(AutonomyRule rule) {
        return tightened > 0 ? 1 : rule.rateOf(level);
    }

    private Track judged(AutonomyRule rule) {
        if (level == AutonomyLevel.ALL_REVIEWED) {
            return this;
        }
        var newest = labels.substring(Math.max(0, labels.length() - WINDOW));
        var bad = newest.length() - count(newest, '+');
        if (bad >= BAD_OF_WINDOW) {
            return demoted(bad + " of the newest " + newest.length()
                    + " were not accepted as they were, or went wrong outside");
        }
        if (badOutcomes >= BAD_OUTCOMES) {
            return demoted(badOutcomes + " that passed alone went wrong outside");
        }
        var bound = lowerBound(rule);
        return mustCarry(rule) && bound < rule.minPrecision()
                ? demoted("the lower bound fell to " + Math.round(bound * 1000) / 1000.0)
                : this;
    }

    /** A level that was given ahead has until then to be earned. */
    private boolean mustCarry(AutonomyRule rule) {
        return settled || items() >= rule.minItems();
    }

    /** Trust begins anew: what was counted before counts no more. */
    private Track demoted(String why) {
        return new Track(AutonomyLevel.ALL_REVIEWED, "", 0, 0, 0, 0, why, true);
    }
}
