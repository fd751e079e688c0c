package io.outrider.review.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Now, as precise as the database keeps it: what is answered at once and what is read back later are equal. */
public final class Moment {

    private Moment() {}

    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
