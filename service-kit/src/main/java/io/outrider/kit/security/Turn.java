package io.outrider.kit.security;

import java.time.Instant;

/**
 * For whom something is done, whether they wait for it, and until when: what decides who is next where not all can be served
 * at once.
 *
 * @param deadline when it is of no use any more
 */
public record Turn(String workspace, Lane lane, Instant deadline) {

    /** Of the gRPC method that runs now. Reads the gRPC context: call it at the method's entry. */
    public static Turn ofCaller(Instant deadline) {
        return new Turn(Caller.current().workspace(), Lane.current(), deadline);
    }

    public Turn until(Instant earlier) {
        return new Turn(workspace, lane, earlier);
    }
}
