package io.outrider.research.brief;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a reader made of one page.
 *
 * @param text normalised visible text, then structured data as lines of {@code Type property: value}
 * @param lang BCP 47, empty where the page does not say
 */
public record PageText(
        String text,
        String title,
        String canonicalUrl,
        String publisher,
        @Nullable Instant publishedAt,
        String lang,
        String contentType,
        SourceType sourceType) {}
