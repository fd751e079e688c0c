package io.outrider.review.policy;

/**
 * What could go wrong, as the proposer measured it.
 *
 * @param affectedCount people or records
 * @param partial some of the run's work failed
 * @param degraded a rule answered in a model's place
 * @param confidence 0 to 1
 */
public record Risk(
        int affectedCount,
        Seniority seniority,
        boolean newSegment,
        boolean partial,
        boolean degraded,
        double confidence) {

    public Risk {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be 0 to 1");
        }
        affectedCount = Math.max(1, affectedCount);
    }
}
