package io.outrider.research.read;

import io.outrider.research.brief.PageText;
import io.outrider.research.brief.SourceType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeTraversor;

/** Turns the bytes of a page into text that quotes are checked against, and the links on it. */
public final class PageReader {

    /** Empty where the bytes are no page: a picture, a document, an archive. */
    public Optional<ReadPage> read(URI url, String contentType, byte[] body) {
        var type = contentType.toLowerCase(Locale.ROOT);
        if (FeedReader.looksLikeFeed(type)) {
            return FeedReader.read(url, contentType, body);
        }
        if (type.contains("html") || (type.isBlank() && startsLikeHtml(body))) {
            return Optional.of(html(url, contentType, body));
        }
        return type.startsWith("text/plain") ? Optional.of(plain(url, contentType, body)) : Optional.empty();
    }

    private static ReadPage html(URI url, String contentType, byte[] body) {
        var document = Jsoup.parse(Letters.of(body, contentType), url.toString());
        var meta = Meta.of(document);
        var text = new PlainText();
        text.line(meta.title());
        text.line(meta.description());
        var visible = new VisibleText(text);
        document.head().getElementsByTag("script").forEach(visible::collectData);
        NodeTraversor.filter(visible, document.body());
        var data = new JsonLd();
        visible.jsonLd().forEach(data::read);
        data.lines().forEach(text::line);
        var published = Dates.parse(meta.published().isEmpty() ? data.published() : meta.published());
        var links = new ArrayList<>(meta.feeds());
        links.addAll(visible.links());
        return new ReadPage(
                new PageText(
                        text.toString(),
                        PlainText.of(meta.title()),
                        meta.canonical().isEmpty() ? url.toString() : meta.canonical(),
                        PlainText.of(meta.publisher()),
                        published.orElse(null),
                        document.getElementsByTag("html").attr("lang"),
                        contentType,
                        data.isNews() ? SourceType.NEWS : data.isJobs() ? SourceType.JOB : SourceType.COMPANY_SITE),
                links);
    }

    private static ReadPage plain(URI url, String contentType, byte[] body) {
        var text = PlainText.of(Letters.of(body, contentType));
        return new ReadPage(
                new PageText(text, "", url.toString(), "", null, "", contentType, SourceType.COMPANY_SITE), List.of());
    }

    private static boolean startsLikeHtml(byte[] body) {
        var start = new String(body, 0, Math.min(256, body.length), StandardCharsets.ISO_8859_1);
        return start.stripLeading().startsWith("<");
    }

    /** What the head says. */
    private record Meta(
            String title, String description, String publisher, String published, String canonical, List<Link> feeds) {

        static Meta of(Document document) {
            var description = "";
            var publisher = "";
            var published = "";
            var canonical = "";
            var feeds = new ArrayList<Link>();
            for (var element : document.head().children()) {
                switch (name(element)) {
                    case "meta:description", "meta:og:description" ->
                        description = description.isEmpty() ? element.attr("content") : description;
                    case "meta:og:site_name" -> publisher = element.attr("content");
                    case "meta:article:published_time" -> published = element.attr("content");
                    case "link:canonical" -> canonical = element.attr("href");
                    case "link:alternate" -> {
                        if (element.attr("type").contains("rss")
                                || element.attr("type").contains("atom")) {
                            feeds.add(new Link(element.attr("href"), "news feed"));
                        }
                    }
                    default -> {
                        // Icons, styles, cards for networks.
                    }
                }
            }
            return new Meta(document.title(), description, publisher, published, canonical, feeds);
        }

        private static String name(Element element) {
            return switch (element.normalName()) {
                case "meta" ->
                    "meta:"
                            + (element.hasAttr("name") ? element.attr("name") : element.attr("property"))
                                    .toLowerCase(Locale.ROOT);
                case "link" -> "link:" + element.attr("rel").toLowerCase(Locale.ROOT);
                default -> "";
            };
        }
    }
}
