package io.outrider.review.second;

/**
 * An item that waits for a second look.
 *
 * @param version that the first person had before them
 */
public record Look(String itemId, int version) {}
