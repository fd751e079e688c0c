package io.outrider.research.brief;

/** How a claim stands after all sources were heard. */
public enum ClaimStatus {
    SUPPORTED,
    PARTIALLY,
    CONTRADICTED
}
