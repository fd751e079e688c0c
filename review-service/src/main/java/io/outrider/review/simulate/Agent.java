package io.outrider.review.simulate;

import java.util.random.RandomGenerator;

/**
 * An agent whose quality is known. Most of its items are easy, some are hard; it feels the difference, but is too modest about the
 * easy and too bold about the hard ones.
 *
 * @param share of all proposals that are its
 * @param hard share of its items that are hard
 * @param easyGood,hardGood chance that a person would accept such an item without a material edit
 */
record Agent(String actionType, String segmentId, double share, double hard, double easyGood, double hardGood) {

    private static final double EASY_SAYS = 0.86;
    private static final double HARD_SAYS = 0.66;
    private static final double SPREAD = 0.06;

    /** One proposal: what the agent says, and what is true. */
    Draft draft(RandomGenerator random) {
        var isHard = random.nextDouble() < hard;
        var says = (isHard ? HARD_SAYS : EASY_SAYS) + SPREAD * random.nextGaussian();
        var good = random.nextDouble() < (isHard ? hardGood : easyGood);
        return new Draft(Math.clamp(says, 0.01, 0.99), good);
    }

    /** It begins to be wrong, and does not notice. */
    Agent degraded(double nowGood) {
        return new Agent(actionType, segmentId, share, hard, nowGood, Math.min(hardGood, nowGood));
    }

    record Draft(double confidence, boolean good) {}
}
