package io.outrider.research.crawl;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.UnknownFormatException;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** Offers what a site's sitemap lists. A sitemap that is missing or broken is no loss: links remain. */
final class Sitemaps {

    private static final int FILES = 3;
    private static final int URLS = 500;

    private Sitemaps() {}

    static void offer(Site site, Fetcher fetcher, Frontier frontier) throws InterruptedException {
        var home = site.home("https", "");
        try {
            var named = fetcher.robots(home, site).getSitemaps();
            var files = named.isEmpty() ? List.of(home.resolve("/sitemap.xml").toString()) : named;
            for (var file : files.subList(0, Math.min(FILES, files.size()))) {
                var index = file(file, site, fetcher, frontier);
                for (var part : index.subList(0, Math.min(FILES, index.size()))) {
                    file(part, site, fetcher, frontier);
                }
            }
        } catch (Refused e) {
            Log.debugf("No robots.txt, so no sitemap of %s: %s", site.domain(), e.getMessage());
        }
    }

    /** Returns the files of an index; the pages of a plain sitemap are offered. */
    private static List<String> file(String file, Site site, Fetcher fetcher, Frontier frontier)
            throws InterruptedException {
        var url = Urls.resolve(site.home("https", ""), file).filter(site::owns);
        if (url.isEmpty()) {
            return List.of();
        }
        try {
            var page = fetcher.page(url.get(), site);
            var parsed = parse(page.answer().body(), page.url());
            if (parsed instanceof SiteMapIndex index) {
                return index.getSitemaps().stream()
                        .map(part -> part.getUrl().toString())
                        .toList();
            }
            if (parsed instanceof SiteMap map) {
                map.getSiteMapUrls().stream()
                        .limit(URLS)
                        .flatMap(
                                entry -> Urls.resolve(page.url(), entry.getUrl().toString()).stream())
                        .filter(site::owns)
                        .forEach(target -> frontier.offer(target, Usefulness.of(target, "")));
            }
        } catch (Refused | IOException | UnknownFormatException e) {
            Log.debugf("No sitemap of %s: %s", site.domain(), e.getMessage());
        }
        return List.of();
    }

    private static AbstractSiteMap parse(byte[] body, URI url) throws IOException, UnknownFormatException {
        var parser = new SiteMapParser(false);
        parser.setStrictNamespace(false);
        return parser.parseSiteMap(body, url.toURL());
    }
}
