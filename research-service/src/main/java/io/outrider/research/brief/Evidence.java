package io.outrider.research.brief;

import io.outrider.kit.id.Sha256;
import java.time.Instant;
import java.util.Optional;

/**
 * A quote in a stored page. {@link #at} and {@link #find} are the only ways to make one from a page, and both take the quote
 * out of the page's own text; the constructor is for rows that passed through them before.
 *
 * @param start offset into the snapshot's text in UTF-16 code units
 * @param end exclusive
 */
public record Evidence(
        String id, String snapshotId, String quote, int start, int end, String url, String title, Instant fetchedAt) {

    public Evidence {
        if (start < 0 || end <= start || end - start != quote.length()) {
            throw new IllegalArgumentException("A quote has the length that its offsets say");
        }
    }

    /** The text from start to end. */
    public static Evidence at(Snapshot page, int start, int end) {
        var quote = page.text().substring(start, end);
        var id = "ev_" + Sha256.hex(page.id() + ':' + start + ':' + end).substring(0, 32);
        return new Evidence(id, page.id(), quote, start, end, page.url(), page.title(), page.fetchedAt());
    }

    /** Empty where the page does not hold exactly this quote. */
    public static Optional<Evidence> find(Snapshot page, String quote) {
        var start = quote.isBlank() ? -1 : page.text().indexOf(quote);
        return start < 0 ? Optional.empty() : Optional.of(at(page, start, start + quote.length()));
    }

    /** Whether the quote stands in the page at its offsets. Asked once more before anything is stored. */
    public boolean standsIn(Snapshot page) {
        return snapshotId.equals(page.id()) && page.text().startsWith(quote, start);
    }
}
