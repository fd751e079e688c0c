package io.outrider.research.read;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.outrider.research.brief.PageText;
import io.outrider.research.brief.SourceType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.Jsoup;

/** Reads RSS and Atom feeds: one line per entry, {@code News: headline | 2026-11-03}, then the entry's own summary. */
final class FeedReader {

    private static final int ENTRIES = 20;
    private static final int SUMMARY = 600;

    private FeedReader() {}

    /** Empty where it is no feed. Document types are refused, so that no entity can reach outside. */
    static Optional<ReadPage> read(URI url, String contentType, byte[] body) {
        try (var xml =
                new XmlReader(new ByteArrayInputStream(body), contentType.isBlank() ? null : contentType, true)) {
            var feed = new SyndFeedInput().build(xml);
            return Optional.of(page(url, contentType, feed));
        } catch (IOException | FeedException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ReadPage page(URI url, String contentType, SyndFeed feed) {
        var text = new PlainText();
        var title = Objects.requireNonNullElse(feed.getTitle(), "");
        text.line(title);
        feed.getEntries().stream().limit(ENTRIES).forEach(entry -> entry(entry, text));
        var published =
                feed.getPublishedDate() == null ? null : feed.getPublishedDate().toInstant();
        return new ReadPage(
                new PageText(
                        text.toString(),
                        PlainText.of(title),
                        url.toString(),
                        PlainText.of(title),
                        published,
                        Objects.requireNonNullElse(feed.getLanguage(), ""),
                        contentType,
                        SourceType.NEWS),
                feed.getEntries().stream()
                        .limit(ENTRIES)
                        .filter(entry -> entry.getLink() != null)
                        .map(entry -> new Link(entry.getLink(), "news"))
                        .toList());
    }

    private static void entry(SyndEntry entry, PlainText text) {
        var date = entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
        var when = date == null ? "" : " | " + date.toInstant().toString().substring(0, 10);
        text.line("News: "
                + Jsoup.parse(Objects.requireNonNullElse(entry.getTitle(), "")).text() + when);
        if (entry.getDescription() != null && entry.getDescription().getValue() != null) {
            var summary = Jsoup.parse(entry.getDescription().getValue()).text();
            text.line(summary.substring(0, Math.min(SUMMARY, summary.length())));
        }
    }

    static boolean looksLikeFeed(String contentType) {
        if (contentType.contains("rss") || contentType.contains("atom")) {
            return true;
        }
        return contentType.contains("xml") && !contentType.contains("xhtml");
    }
}
