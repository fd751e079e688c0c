package io.outrider.review.policy;

/** How senior the people are whom an action touches, least first. */
public enum Seniority {
    UNKNOWN,
    INDIVIDUAL,
    MANAGER,
    DIRECTOR,
    VP,
    C_LEVEL
}
