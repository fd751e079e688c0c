package io.outrider.messaging.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One answered call. Rows are inserted once and never updated. */
@Entity
@Table(name = "result")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ResultEntity {

    @Id
    String id;

    @Column(name = "workspace_id", nullable = false)
    String workspaceId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    StoredResult.Kind kind;

    @Column(name = "request_id", nullable = false)
    String requestId;

    @Column(name = "body_sha256", nullable = false)
    byte[] bodySha256;

    @Column(nullable = false)
    byte[] request;

    @Column(nullable = false)
    byte[] response;

    @Column(name = "create_time", nullable = false)
    Instant createTime;

    StoredResult toDomain() {
        return new StoredResult(id, kind, request, response, createTime);
    }
}
