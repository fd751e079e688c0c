package io.outrider.review.trust;

/**
 * How autonomy is earned.
 *
 * @param minItems reviewed items before a level is proposed
 * @param minPrecision what the lower bound on "accepted without a material edit" must reach
 * @param confidence of the bound, one-sided
 * @param sampleRate share that people see at SAMPLED
 * @param auditRate share that comes back at AUTONOMOUS
 * @param suspended earned levels are set aside
 */
public record AutonomyRule(
        int minItems, double minPrecision, double confidence, double sampleRate, double auditRate, boolean suspended) {

    public static final AutonomyRule DEFAULT = new AutonomyRule(50, 0.9, 0.95, 0.3, 0.085, false);

    /** Share that people see at a level. */
    public double rateOf(AutonomyLevel level) {
        return suspended
                ? 1
                : switch (level) {
                    case ALL_REVIEWED -> 1;
                    case SAMPLED -> sampleRate;
                    case AUTONOMOUS -> auditRate;
                };
    }
}
