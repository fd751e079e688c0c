package io.outrider.orchestrator.connector;

import java.time.Instant;
import java.util.Optional;

/** Which connectors may not be called for a while, because their provider said so to any replica. */
public interface Limits {

    /** @param connector with its credential: {@link Connector#name} */
    void close(String connector, Instant until);

    /** Empty where it may be called. */
    Optional<Instant> closedUntil(String connector);
}
