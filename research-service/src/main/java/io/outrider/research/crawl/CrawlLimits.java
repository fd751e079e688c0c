package io.outrider.research.crawl;

import java.time.Duration;
import java.util.Locale;

/**
 * What a crawl may take.
 *
 * @param delay between two requests to one host; robots.txt can ask for more
 * @param maxBytes of one page after decompression
 * @param requestTimeout from connecting to the last byte
 * @param siteTimeout for all requests to one site
 */
public record CrawlLimits(
        String userAgent, Duration delay, int maxBytes, Duration requestTimeout, Duration siteTimeout) {

    /** Hops of one request. */
    static final int REDIRECTS = 5;

    /** A robots.txt that asks for more than this gets fewer pages read, not a longer call. */
    static final Duration LONGEST_DELAY = Duration.ofSeconds(10);

    public CrawlLimits {
        if (userAgent.isBlank() || delay.isNegative() || maxBytes < 1) {
            throw new IllegalArgumentException("A crawler needs a name, a delay and a size");
        }
    }

    /** The token that robots.txt files address, for example "outriderbot". */
    String robotName() {
        var end = userAgent.indexOf('/');
        return (end < 0 ? userAgent : userAgent.substring(0, end)).toLowerCase(Locale.ROOT);
    }
}
