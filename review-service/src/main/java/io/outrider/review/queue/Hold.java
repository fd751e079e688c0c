package io.outrider.review.queue;

import java.time.Instant;

/**
 * A decision that was made and is not yet in effect.
 *
 * @param from the state that the item has again when the decision is taken back
 */
public record Hold(Ballot ballot, String batchId, Instant decided, Instant release, ItemState from) {}
