package io.outrider.review.policy;

/** How much an action can break. */
public enum BlastRadius {
    LOW,
    HIGH
}
