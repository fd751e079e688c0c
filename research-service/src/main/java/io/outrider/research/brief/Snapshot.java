package io.outrider.research.brief;

import io.outrider.kit.id.Sha256;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One fetched page, stored once by content and never changed. The id follows from url and text, so that the same page read
 * twice is one snapshot.
 *
 * @param text what quotes are checked against
 * @param sha256 of the text in UTF-8, lower-case hex
 * @param trust 0 to 1: how much the source's word counts where sources disagree
 */
public record Snapshot(
        String id,
        String url,
        String canonicalUrl,
        Instant fetchedAt,
        int httpStatus,
        String contentType,
        String sha256,
        String title,
        String publisher,
        @Nullable Instant publishedAt,
        String lang,
        String text,
        SourceType sourceType,
        double trust,
        boolean robotsAllowed) {

    /** Makes the snapshot of a page that has just been read. */
    public static Snapshot of(String url, Instant fetchedAt, int httpStatus, PageText page) {
        var sha = Sha256.hex(page.text());
        return new Snapshot(
                "snap_" + Sha256.hex(url + '\n' + sha).substring(0, 32),
                url,
                page.canonicalUrl(),
                fetchedAt,
                httpStatus,
                page.contentType(),
                sha,
                page.title(),
                page.publisher(),
                page.publishedAt(),
                page.lang(),
                page.text(),
                page.sourceType(),
                page.sourceType() == SourceType.NEWS ? 0.7 : 0.8,
                true);
    }

    /** When what the page says held: its own date, else when it was read. */
    public Instant asOf() {
        return Objects.requireNonNullElse(publishedAt, fetchedAt);
    }
}
