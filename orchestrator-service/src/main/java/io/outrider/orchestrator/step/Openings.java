package io.outrider.orchestrator.step;

import io.outrider.orchestrator.connector.Connectors;
import io.outrider.orchestrator.connector.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** How long an action has to wait until its credential may be used: zero where it may be now. */
@ApplicationScoped
class Openings {

    /** Runs that wait for one window do not all come back at its first instant. */
    private static final long SPREAD_MS = 1_000;

    private final Connectors connectors;
    private final Limits limits;

    Openings(Connectors connectors, Limits limits) {
        this.connectors = connectors;
        this.limits = limits;
    }

    /** Because the provider wants no calls. */
    Duration closed(String actionType, Instant now) {
        return until(limits.closedUntil(connectors.limitOf(actionType)), now);
    }

    /** Because all that it may have in this minute are taken; else this one is taken. */
    Duration full(String actionType, Instant now) {
        var perMinute = connectors.perMinute(actionType);
        return perMinute.isEmpty()
                ? Duration.ZERO
                : until(limits.take(connectors.limitOf(actionType), perMinute.getAsInt()), now);
    }

    private static Duration until(Optional<Instant> opening, Instant now) {
        return opening.map(at -> Duration.between(now, at))
                .filter(Duration::isPositive)
                .map(left -> left.plusMillis(ThreadLocalRandom.current().nextLong(SPREAD_MS)))
                .orElse(Duration.ZERO);
    }
}
