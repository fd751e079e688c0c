package io.outrider.qualify;

import io.grpc.Context;
import io.outrider.kit.security.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/** What time it is, and how much of it the caller gives. */
@ApplicationScoped
class Moment {

    private final Clock clock;
    private final QualifyConfig config;

    Moment(Clock clock, QualifyConfig config) {
        this.clock = clock;
        this.config = config;
    }

    /** To the microsecond, as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** In which order a model is asked, and when none is any more. Reads the gRPC context: call it at a method's entry. */
    Turn modelTurn(Instant now) {
        return Turn.ofCaller(modelDeadline(now));
    }

    private Instant modelDeadline(Instant now) {
        var deadline = Context.current().getDeadline();
        if (deadline == null) {
            return now.plus(config.modelPatience());
        }
        return now.plusNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS)).minus(config.reserve());
    }
}
