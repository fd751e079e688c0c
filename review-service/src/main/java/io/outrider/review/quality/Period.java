package io.outrider.review.quality;

import io.outrider.kit.error.Check;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The stretch of time that figures are for, without its last moment. Bounded, so that no question reads all of a history. */
public record Period(Instant since, Instant until) {

    public static final Duration USUAL = Duration.ofDays(30);
    static final Duration LONGEST = Duration.ofDays(92);

    /** @param since,until null for the usual 30 days, up to now */
    public static Period of(@Nullable Instant since, @Nullable Instant until, Instant now) {
        var end = until == null ? now : until;
        var begin = since == null ? end.minus(USUAL) : since;
        Check.that(begin.isBefore(end), "since", "must be before until");
        Check.that(
                Duration.between(begin, end).compareTo(LONGEST) <= 0,
                "since",
                "must be at most " + LONGEST.toDays() + " days before until");
        return new Period(begin, end);
    }

    OffsetDateTime from() {
        return since.atOffset(ZoneOffset.UTC);
    }

    OffsetDateTime to() {
        return until.atOffset(ZoneOffset.UTC);
    }
}
