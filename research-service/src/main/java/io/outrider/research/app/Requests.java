package io.outrider.research.app;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Answered requests. */
public interface Requests {

    Uni<Optional<Stored>> find(String workspace, String requestId);

    /**
     * Stores the answer and all that was made for it, at once and in one commit.
     *
     * @return false where the request has been answered meanwhile; nothing is stored then
     */
    Uni<Boolean> commit(Request request, Stored answer, Made made, Instant now);

    /** @param briefDocument the brief that belongs into the response, empty where the response has none */
    record Stored(byte[] bodySha256, byte[] response, byte[] briefDocument) {}
}
