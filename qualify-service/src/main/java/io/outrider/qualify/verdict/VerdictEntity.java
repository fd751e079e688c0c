package io.outrider.qualify.verdict;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One stored verdict. Rows are inserted once and never updated. */
@Entity
@Table(name = "verdict")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class VerdictEntity {

    @Id
    String id;

    @Column(name = "workspace_id", nullable = false)
    String workspaceId;

    @Column(name = "request_id", nullable = false)
    String requestId;

    @Column(name = "body_sha256", nullable = false)
    byte[] bodySha256;

    @Column(nullable = false)
    String domain;

    @Column(name = "create_time", nullable = false)
    Instant createTime;

    @Column(nullable = false)
    byte[] verdict;

    @Column(nullable = false)
    byte[] work;

    StoredVerdict toDomain() {
        return new StoredVerdict(workspaceId, id, domain, createTime, verdict, work);
    }
}
