package io.outrider.review.feed;

import io.outrider.kit.error.InvalidField;
import java.util.regex.Pattern;

/**
 * A decision's place in the stream. As text it is 32 hex digits, which sort as the stream does.
 *
 * @param xid the transaction that decided, a PostgreSQL xid8
 * @param seq orders the decisions of one transaction
 */
public record Cursor(long xid, long seq) {

    public static final Cursor START = new Cursor(0, 0);

    private static final Pattern TEXT = Pattern.compile("[0-9a-f]{32}");

    /** @throws InvalidField unless the text is empty or a cursor of ours */
    public static Cursor parse(String text) {
        if (text.isEmpty()) {
            return START;
        }
        if (!TEXT.matcher(text).matches()) {
            throw new InvalidField("after_cursor", "was not issued by this service");
        }
        return new Cursor(Long.parseUnsignedLong(text, 0, 16, 16), Long.parseUnsignedLong(text, 16, 32, 16));
    }

    public String text() {
        return "%016x%016x".formatted(xid, seq);
    }
}
