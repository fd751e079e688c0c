package io.outrider.review.console;

import io.outrider.review.queue.ReadHeld;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** What somebody who is signed in can still take back. */
@ApplicationScoped
class HeldRows {

    private final ReadHeld held;
    private final Clock clock;

    HeldRows(ReadHeld held, Clock clock) {
        this.held = held;
        this.clock = clock;
    }

    Uni<List<HeldRow>> of(Session who) {
        return held.by(who.workspace(), who.subject()).map(items -> HeldRow.of(items, clock.instant()));
    }
}
