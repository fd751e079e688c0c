package io.outrider.review.audit;

import java.time.Instant;

/**
 * The end of a chain at one moment.
 *
 * @param count how many events the chain had
 * @param hash lower-case hex, of the last one
 */
public record Checkpoint(String workspace, long count, String hash, Instant time) {}
