package io.outrider.research.crawl;

import io.outrider.research.brief.Depth;
import io.outrider.research.brief.Snapshot;
import io.outrider.research.read.PageReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Reads a company's site, as far as the depth goes and the site allows. Blocks: call it on a virtual thread. */
public final class Crawler {

    private final Fetcher fetcher;
    private final PageReader reader;
    private final Duration siteTimeout;
    private final InstantSource clock;

    Crawler(Fetcher fetcher, PageReader reader, Duration siteTimeout, InstantSource clock) {
        this.fetcher = fetcher;
        this.reader = reader;
        this.siteTimeout = siteTimeout;
        this.clock = clock;
    }

    /**
     * Never fails for what a site does: what cannot be read is in {@link Crawl#rejected}.
     *
     * @param fresh pages whose facts have not expired; they count as pages and are not fetched
     * @param latest no request begins after it
     */
    public Crawl read(String domain, Depth depth, List<Snapshot> fresh, Instant latest) throws InterruptedException {
        var own = clock.instant().plus(siteTimeout);
        var site = new Site(domain, depth.pages(), own.isBefore(latest) ? own : latest);
        return new SiteVisit(site, fetcher, reader, fresh).run();
    }
}
