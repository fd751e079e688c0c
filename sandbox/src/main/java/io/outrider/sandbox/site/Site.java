package io.outrider.sandbox.site;

import io.outrider.sandbox.http.Reply;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** One company's site, rendered once: a reply for each path. */
final class Site {

    private static final int SLOW_MS = 3_000;
    private static final int HUGE_BYTES = 8 << 20;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final Company company;
    private final Map<String, Reply> replies;

    Site(Company company, LocalDate today) {
        this.company = company;
        this.replies = render(company, today);
    }

    Reply answer(String path) {
        if (path.equals("/robots.txt")) {
            return Reply.text(200, Feeds.robots(company));
        } else if (company.has(Quirk.BROKEN)) {
            return Reply.html(500, "<h1>Internal Server Error</h1>");
        } else if (company.has(Quirk.PRIVATE_REDIRECT)) {
            return Reply.redirect("http://169.254.169.254/latest/meta-data/");
        } else if (company.has(Quirk.REDIRECT_LOOP)) {
            return Reply.redirect(path.equals("/") ? "/home" : "/");
        }
        var trimmed = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        var reply = replies.get(trimmed);
        if (reply == null) {
            return Reply.html(404, "<h1>Not found</h1>");
        }
        return company.has(Quirk.SLOW) ? reply.after(SLOW_MS) : reply;
    }

    private static Map<String, Reply> render(Company company, LocalDate today) {
        var replies = new HashMap<String, Reply>();
        var pages = new Pages(company, today).all();
        var layout = new Layout(company, pages);
        for (var page : pages) {
            replies.put(page.path(), reply(company, page, layout));
        }
        replies.put("/sitemap.xml", xml(Feeds.siteMap(company, pages, today)));
        replies.put("/news/feed.xml", xml(Feeds.news(company, today)));
        return Map.copyOf(replies);
    }

    private static Reply reply(Company company, Page page, Layout layout) {
        if (company.has(Quirk.EMPTY)) {
            return Reply.html(200, "<!doctype html><html><head><title></title></head><body></body></html>");
        } else if (company.has(Quirk.SCRIPT_ONLY)) {
            return Reply.html(
                    200,
                    "<!doctype html><html><body><div id=\"root\"></div>"
                            + "<script src=\"/static/app.js\"></script></body></html>");
        } else if (company.has(Quirk.PARKED)) {
            return Reply.html(
                    200,
                    "<!doctype html><html><head><title>" + company.domain()
                            + "</title></head><body><p>This domain is for sale.</p></body></html>");
        }
        var html = layout.render(page);
        if (company.has(Quirk.WRONG_CHARSET)) {
            return Reply.of(200, "text/html; charset=utf-8", Buffer.buffer(html.getBytes(WINDOWS)));
        } else if (company.has(Quirk.HUGE) && page.path().equals("/")) {
            return Reply.html(200, html + "<p>Lorem ipsum dolor sit amet.</p>\n".repeat(HUGE_BYTES / 35));
        }
        return Reply.html(200, html);
    }

    private static Reply xml(String text) {
        return Reply.of(200, "application/xml; charset=utf-8", Buffer.buffer(text));
    }
}
