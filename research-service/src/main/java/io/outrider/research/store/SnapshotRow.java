package io.outrider.research.store;

import io.outrider.research.brief.Snapshot;
import io.outrider.research.brief.SourceType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One stored page. Inserted once, never updated. */
@Entity
@Table(name = "snapshot")
@IdClass(SnapshotRow.Key.class)
class SnapshotRow {

    @Id
    @Column(name = "workspace_id")
    String workspaceId = "";

    @Id
    String id = "";

    String url = "";

    @Column(name = "canonical_url")
    String canonicalUrl = "";

    @Column(name = "fetch_time")
    Instant fetchTime = Instant.EPOCH;

    @Column(name = "http_status")
    int httpStatus;

    @Column(name = "content_type")
    String contentType = "";

    String sha256 = "";
    String title = "";
    String publisher = "";

    @Column(name = "publish_time")
    @Nullable
    Instant publishTime;

    String lang = "";
    String body = "";

    @Column(name = "source_type")
    String sourceType = "";

    double trust;

    Snapshot toDomain() {
        return new Snapshot(
                id,
                url,
                canonicalUrl,
                fetchTime,
                httpStatus,
                contentType,
                sha256,
                title,
                publisher,
                publishTime,
                lang,
                body,
                SourceType.valueOf(sourceType),
                trust,
                true);
    }

    record Key(String workspaceId, String id) implements Serializable {}
}
