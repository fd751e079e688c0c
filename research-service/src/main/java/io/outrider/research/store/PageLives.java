package io.outrider.research.store;

import io.outrider.research.brief.Brief;
import io.outrider.research.brief.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Until when each page need not be read again: as long as the shortest-lived fact that stands on it. */
final class PageLives {

    /** A page that no claim stands on. */
    private static final Duration SILENT = Duration.ofDays(30);

    private final Map<String, Instant> untils = new HashMap<>();

    PageLives(Brief brief) {
        for (var claim : brief.claims()) {
            for (var evidence : claim.evidence()) {
                var until = evidence.fetchedAt().plus(claim.predicate().life());
                untils.merge(evidence.snapshotId(), until, (one, other) -> one.isBefore(other) ? one : other);
            }
        }
    }

    Instant until(Snapshot page) {
        var until = untils.get(page.id());
        return until == null ? page.fetchedAt().plus(SILENT) : until;
    }
}
