package io.outrider.messaging.store;

import java.time.Instant;

/**
 * What became of a message.
 *
 * @param stepIndex from 0
 */
public record StoredOutcome(String sequenceId, String kind, int stepIndex, Instant occurTime, String note) {}
