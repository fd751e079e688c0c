package io.outrider.orchestrator.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A request that was answered. */
@Entity
@Table(name = "library_request")
@IdClass(LibraryRequestEntity.Key.class)
class LibraryRequestEntity {

    record Key(String workspaceId, String requestId) implements Serializable {}

    @Id
    @Column(name = "workspace_id")
    String workspaceId = "";

    @Id
    @Column(name = "request_id")
    String requestId = "";

    @Column(name = "body_sha256", nullable = false)
    String bodySha256 = "";

    @Column(nullable = false)
    long number;

    @Column(nullable = false)
    boolean unchanged;

    @Column(name = "create_time", nullable = false)
    Instant createTime = Instant.EPOCH;
}
