package io.outrider.sandbox.site;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What machines read of a site: robots.txt, the site map and the news feed. */
final class Feeds {

    private Feeds() {}

    static String robots(Company company) {
        var map = "Sitemap: https://" + company.domain() + "/sitemap.xml\n";
        if (company.has(Quirk.DISALLOWED)) {
            return "User-agent: *\nDisallow: /\n";
        } else if (company.has(Quirk.PARTLY_DISALLOWED)) {
            return "User-agent: *\nDisallow: /careers\nDisallow: /team\n" + map;
        }
        return "User-agent: *\nDisallow: /admin\n" + map;
    }

    static String siteMap(Company company, List<Page> pages, LocalDate today) {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        for (var page : pages) {
            xml.append("<url><loc>https://")
                    .append(company.domain())
                    .append(page.path())
                    .append("</loc><lastmod>")
                    .append(today.minusDays(2))
                    .append("</lastmod></url>\n");
        }
        return xml.append("</urlset>\n").toString();
    }

    static String news(Company company, LocalDate today) {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel>\n")
                .append("<title>" + Words.escape(company.name()) + " news</title>\n")
                .append("<link>https://" + company.domain() + "/news</link>\n<description>News</description>\n");
        for (var item : company.news()) {
            var day = today.minusDays(item.daysAgo());
            xml.append("<item><title>")
                    .append(Words.escape(item.title()))
                    .append("</title><link>https://")
                    .append(company.domain())
                    .append("/news</link><description>")
                    .append(Words.escape(item.text()))
                    .append("</description><pubDate>")
                    .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            day.atTime(9, 0).atOffset(ZoneOffset.UTC)))
                    .append("</pubDate></item>\n");
        }
        return xml.append("</channel></rss>\n").toString();
    }
}
