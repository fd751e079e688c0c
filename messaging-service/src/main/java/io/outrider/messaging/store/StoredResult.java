package io.outrider.messaging.store;

import java.time.Instant;

/**
 * An answer as it is kept: whole, as the caller got it.
 *
 * @param request what it can be made again from; empty where nothing is made again
 * @param response the serialized contract message
 */
public record StoredResult(String id, Kind kind, byte[] request, byte[] response, Instant createTime) {

    /** What was answered. */
    public enum Kind {
        SEQUENCE,
        CALL_PREP,
        OUTCOME
    }
}
