package io.outrider.review.audit;

/** @param number of the first event that does not fit */
public record Problem(long number, String text) {}
