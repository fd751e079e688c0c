package io.outrider.review.queue;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** The whole proposal as it was at one version. Inserted once, never changed. */
@Entity
@Table(name = "item_version")
@SuppressWarnings("NullAway.Init")
class VersionRow {

    @EmbeddedId
    VersionKey key;

    @Column(nullable = false)
    byte[] document;

    /** The run, or the reviewer who edited. */
    @Column(name = "made_by", nullable = false)
    String madeBy;

    @Column(name = "create_time", nullable = false)
    Instant created;

    static VersionRow of(Item item, byte[] document, String madeBy, Instant now) {
        var row = new VersionRow();
        row.key = new VersionKey(item.workspace(), item.id(), item.version());
        row.document = document;
        row.madeBy = madeBy;
        row.created = now;
        return row;
    }
}
