package io.outrider.research.app;

import io.outrider.research.brief.Brief;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Answered requests, and what can be used again for a new one. */
public interface Requests {

    /** Everything that a request's answer depends on, in one look. */
    Uni<Known> recall(Request request, ResearchTask task, Instant now);

    /**
     * Stores the answer and all that was made for it, at once and in one commit.
     *
     * @return false where the request has been answered meanwhile; nothing is stored then
     */
    Uni<Boolean> commit(Request request, Stored answer, Made made, Instant now);

    /**
     * What is known already.
     *
     * @param answer to this very request
     * @param fresh the newest brief of at least the wanted depth that no fact of has expired
     * @param hasFreshPages whether some of the account's pages need not be read again
     */
    record Known(Optional<Stored> answer, Optional<Brief> fresh, boolean hasFreshPages) {}

    /**
     * A stored answer.
     *
     * @param response without the brief, where that stands in its own table
     * @param briefDocument the serialized brief that belongs into the response, empty where it has none
     */
    record Stored(byte[] bodySha256, byte[] response, byte[] briefDocument) {}
}
