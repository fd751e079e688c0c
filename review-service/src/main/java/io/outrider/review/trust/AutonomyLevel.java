package io.outrider.review.trust;

/** What happens to actions that the matrix would let pass, least trusted first. */
public enum AutonomyLevel {
    ALL_REVIEWED,
    /** A share is reviewed, the rest passes. */
    SAMPLED,
    /** Passes within the matrix; a small sample of what passed comes back. */
    AUTONOMOUS;

    /** The next one up; itself where there is none. */
    AutonomyLevel next() {
        return switch (this) {
            case ALL_REVIEWED -> SAMPLED;
            case SAMPLED, AUTONOMOUS -> AUTONOMOUS;
        };
    }
}
