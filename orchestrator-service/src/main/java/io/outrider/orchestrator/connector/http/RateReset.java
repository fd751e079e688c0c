package io.outrider.orchestrator.connector.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** The X-RateLimit-Reset header: seconds since 1970, seconds from now, or a date. Believed for one hour at most. */
final class RateReset {

    private static final Duration MOST = Duration.ofHours(1);

    /** Whatever is greater counts from 1970. */
    private static final long A_YEAR_OF_SECONDS = 31_536_000;

    private RateReset() {}

    /** @param otherwise where the header says nothing that can be read */
    static Instant of(String header, Instant now, Duration otherwise) {
        var said = read(header.strip(), now, otherwise);
        var latest = now.plus(MOST);
        return said.isBefore(now) ? now : said.isAfter(latest) ? latest : said;
    }

    private static Instant read(String text, Instant now, Duration otherwise) {
        if (text.matches("\\d{1,12}")) {
            var seconds = Long.parseLong(text);
            return seconds > A_YEAR_OF_SECONDS ? Instant.ofEpochSecond(seconds) : now.plusSeconds(seconds);
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return now.plus(otherwise);
        }
    }
}
