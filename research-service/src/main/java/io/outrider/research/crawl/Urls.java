package io.outrider.research.crawl;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Urls as found on pages: resolved, tidied, or dropped. */
final class Urls {

    private static final int LONGEST = 2_000;

    private Urls() {}

    /** Empty for what is no http or https url. Host in lower case, no fragment. */
    static Optional<URI> resolve(URI base, String reference) {
        if (reference.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var url = base.resolve(reference.strip().replace(" ", "%20"));
            var scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
            if (url.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
                return Optional.empty();
            }
            var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
            var port = url.getPort() == -1 ? "" : ":" + url.getPort();
            var user = url.getRawUserInfo() == null ? "" : url.getRawUserInfo() + '@';
            var query = url.getRawQuery() == null ? "" : '?' + url.getRawQuery();
            return Optional.of(
                    URI.create(scheme + "://" + user + url.getHost().toLowerCase(Locale.ROOT) + port + path + query));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Pages with one key are one page: scheme, "www.", a last slash and campaign parameters make no difference. */
    static String key(URI url) {
        var host = url.getHost().startsWith("www.") ? url.getHost().substring(4) : url.getHost();
        var path = url.getRawPath().replaceFirst("/(?:index\\.html?)?$", "");
        var query = url.getRawQuery();
        return host + path + (query == null || query.startsWith("utm_") ? "" : '?' + query);
    }
}
