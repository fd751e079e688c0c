package io.outrider.orchestrator.insight;

import io.outrider.kit.error.InvalidField;
import java.time.Duration;
import java.time.Instant;

/** A time that counts are for: from {@code since}, up to and without {@code until}. */
record Period(Instant since, Instant until) {

    private static final Duration DEFAULT = Duration.ofDays(30);

    Period {
        if (!since.isBefore(until)) {
            throw new InvalidField("since", "must be before until");
        }
        if (since.isBefore(Instant.EPOCH)) {
            throw new InvalidField("since", "must not be before 1970");
        }
    }

    /** 30 days back. */
    static Period before(Instant until) {
        return new Period(until.minus(DEFAULT), until);
    }

    /** The least id that a run started in this period can have: ids begin with their time (UUID version 7). */
    String firstId() {
        return id(since);
    }

    /** The least id of a run started after this period. */
    String endId() {
        return id(until);
    }

    private static String id(Instant time) {
        return "run_%012x".formatted(time.toEpochMilli());
    }
}
