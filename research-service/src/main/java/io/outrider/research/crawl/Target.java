package io.outrider.research.crawl;

import java.net.URI;

/**
 * A page and the checked address that it is fetched from. Nobody looks the name up again after the check, so that a second
 * answer of DNS cannot lead elsewhere.
 *
 * @param address an IP address, or the host of an override
 * @param port of the address
 */
record Target(URI url, String host, String address, int port, boolean tls) {

    String pathAndQuery() {
        var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + '?' + url.getRawQuery();
    }
}
