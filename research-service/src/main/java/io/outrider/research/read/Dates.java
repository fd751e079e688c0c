package io.outrider.research.read;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Dates as pages write them in attributes and structured data. */
public final class Dates {

    private static final int DATE = 10;

    private Dates() {}

    /** ISO 8601 with or without a time; a date without one is its midnight in UTC. Empty for anything else. */
    public static Optional<Instant> parse(String text) {
        try {
            return Optional.of(
                    text.length() > DATE
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException e) {
            return text.length() > DATE ? parse(text.substring(0, DATE)) : Optional.empty();
        }
    }
}
