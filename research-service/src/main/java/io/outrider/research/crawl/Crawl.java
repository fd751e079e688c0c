package io.outrider.research.crawl;

import io.outrider.research.brief.RejectedSource;
import io.outrider.research.brief.Snapshot;
import java.util.List;

/**
 * What came of reading a site.
 *
 * @param pages read now, or known before and still fresh
 * @param read those of them that were read now
 * @param fetched pages that were asked for and answered, whether or not they were of use
 */
public record Crawl(List<Snapshot> pages, List<Snapshot> read, List<RejectedSource> rejected, int fetched) {

    public Crawl {
        pages = List.copyOf(pages);
        read = List.copyOf(read);
        rejected = List.copyOf(rejected);
    }
}
