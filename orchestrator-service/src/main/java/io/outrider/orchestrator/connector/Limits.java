package io.outrider.orchestrator.connector;

import java.time.Instant;
import java.util.Optional;

/** Which credentials may not be used for a while, because their provider said so to any replica. */
public interface Limits {

    /** @param limit the vendor with the credential: {@link Connectors#limitOf} */
    void close(String limit, Instant until);

    /** Empty where calls may be made. */
    Optional<Instant> closedUntil(String limit);

    /**
     * Takes one of the effects that a credential may have in each minute. Blocks for as long as the database takes.
     *
     * @return empty where it was taken; else when to ask again
     */
    Optional<Instant> take(String limit, int perMinute);
}
