package io.outrider.research.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** One stored brief. Inserted once, never updated. */
@Entity
@Table(name = "brief")
@IdClass(BriefRow.Key.class)
class BriefRow {

    @Id
    @Column(name = "workspace_id")
    String workspaceId = "";

    @Id
    String id = "";

    String domain = "";

    int depth;

    @Column(name = "by_model")
    boolean byModel;

    @Column(name = "create_time")
    Instant createTime = Instant.EPOCH;

    @Column(name = "expire_time")
    Instant expireTime = Instant.EPOCH;

    /** A serialized outrider.type.v1.Brief. */
    byte[] document = {};

    record Key(String workspaceId, String id) implements Serializable {}
}
