package io.outrider.research.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** Which snapshot of a page is the newest, and until when its facts may be used. */
@Entity
@Table(name = "page")
@IdClass(PageRow.Key.class)
class PageRow {

    @Id
    @Column(name = "workspace_id")
    String workspaceId = "";

    @Id
    String domain = "";

    @Id
    String url = "";

    @Column(name = "snapshot_id")
    String snapshotId = "";

    @Column(name = "expire_time")
    Instant expireTime = Instant.EPOCH;

    record Key(String workspaceId, String domain, String url) implements Serializable {}
}
