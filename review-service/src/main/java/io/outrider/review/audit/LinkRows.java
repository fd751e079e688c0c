package io.outrider.review.audit;

import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;

/** Events as rows. */
final class LinkRows {

    static final String COLUMNS = "number, time, kind, actor, item_id, detail, previous_hash, hash";

    private LinkRows() {}

    static Link link(Row row) {
        return new Link(
                row.getLong("number"),
                new Entry(
                        row.get(OffsetDateTime.class, "time").toInstant(),
                        row.getString("kind"),
                        row.getString("actor"),
                        row.getString("item_id"),
                        row.getString("detail")),
                row.getBuffer("previous_hash").getBytes(),
                row.getBuffer("hash").getBytes());
    }
}
