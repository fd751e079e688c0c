package io.outrider.review.policy;

/**
 * One rule that had a say.
 *
 * @param rule stable name, for example "confidence-below-threshold"
 * @param detail for a person
 */
public record Reason(String rule, String detail) {}
