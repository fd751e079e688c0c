package io.outrider.research.crawl;

import java.net.URI;
import java.time.Instant;

/**
 * One crawl's own borders.
 *
 * @param pages that may be fetched
 * @param deadline after which no request begins
 */
record Site(String domain, int pages, Instant deadline) {

    URI home(String scheme, String prefix) {
        return URI.create(scheme + "://" + prefix + domain + '/');
    }

    /** The domain itself and its subdomains. */
    boolean owns(URI url) {
        var host = url.getHost();
        return host != null && (host.equals(domain) || host.endsWith('.' + domain));
    }
}
