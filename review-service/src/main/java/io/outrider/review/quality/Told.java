package io.outrider.review.quality;

/**
 * When it is told that an item was planted: once it is decided for good. Until then it counts as any other everywhere, so that
 * no figure gives it away.
 */
final class Told {

    /** States, as SQL. */
    static final String UNTOLD = "'PENDING', 'ESCALATED', 'HELD'";

    /** Of a decision {@code m} on a planted item: it did not approve, or edited the mistake away. */
    static final String CAUGHT = """
            (m.type in ('REJECT', 'RESPOND', 'IGNORE') or m.type = 'EDIT' and not exists (
                select 1 from item_version v
                where v.workspace_id = m.workspace_id and v.item_id = m.item_id and v.version = m.version
                    and position(convert_to(m.false_text, 'UTF8') in v.document) > 0))""";

    private Told() {}
}
