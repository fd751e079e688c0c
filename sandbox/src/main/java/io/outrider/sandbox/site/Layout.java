package io.outrider.sandbox.site;

import io.outrider.sandbox.http.Json;
import java.util.List;

/** Puts a page into the frame of its site: head, navigation, footer, JSON-LD. */
final class Layout {

    private final Company company;
    private final String navigation;

    Layout(Company company, List<Page> pages) {
        this.company = company;
        this.navigation = navigation(pages);
    }

    String render(Page page) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <title>%s</title>
                <meta name="description" content="%s">
                <meta property="og:site_name" content="%s">
                <link rel="alternate" type="application/rss+xml" href="/news/feed.xml">
                %s</head>
                <body>
                <header><nav>%s</nav></header>
                <main>
                %s</main>
                <footer>%s</footer>
                </body>
                </html>
                """.formatted(
                        Words.escape(page.title()),
                        Words.escape(page.description()).replace("\"", "&quot;"),
                        Words.escape(company.name()),
                        !company.has(Quirk.NO_JSON_LD) && page.path().equals("/") ? jsonLd() : "",
                        navigation,
                        page.main() + (company.has(Quirk.INJECTION) ? Injection.HIDDEN : ""),
                        Words.escape(company.legal() + ", " + company.city()));
    }

    private String jsonLd() {
        var json = Json.object()
                .put("@context", "https://schema.org")
                .put("@type", "Organization")
                .put("name", company.name())
                .put("legalName", company.legal())
                .put("url", "https://" + company.domain() + "/")
                .put("description", company.name() + " " + company.does())
                .put("email", company.email());
        if (company.founded() > 0) {
            json.put("foundingDate", Integer.toString(company.founded()));
        }
        json.putObject("numberOfEmployees").put("@type", "QuantitativeValue").put("value", company.employees());
        json.putObject("address")
                .put("@type", "PostalAddress")
                .put("addressLocality", company.city())
                .put("addressCountry", company.countryCode());
        return "<script type=\"application/ld+json\">" + json.toString().replace("</", "<\\/") + "</script>\n";
    }

    private static String navigation(List<Page> pages) {
        var html = new StringBuilder();
        for (var page : pages) {
            var label = page.path().equals("/") ? "Home" : page.title();
            html.append("<a href=\"")
                    .append(page.path())
                    .append("\">")
                    .append(Words.escape(label))
                    .append("</a> ");
        }
        return html.toString();
    }
}
