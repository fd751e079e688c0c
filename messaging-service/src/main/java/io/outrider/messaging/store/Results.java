package io.outrider.messaging.store;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The answers this service gave. Each is written in one commit. */
public interface Results {

    /** Fails with RequestIdReused where the id was used with another body. */
    Uni<Optional<StoredResult>> madeBy(RequestKey request);

    /** @return false where another call with the same request id was faster; nothing is written then */
    Uni<Boolean> add(RequestKey request, StoredResult result);

    /** As {@link #add(RequestKey, StoredResult)}, with what became of a message. */
    Uni<Boolean> add(RequestKey request, StoredResult result, StoredOutcome outcome);

    /** A sequence of this workspace. */
    Uni<Optional<StoredResult>> sequence(String workspace, String id);
}
