package io.outrider.orchestrator.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** One applied state. Never changes. */
@Entity
@Table(name = "library_revision")
@IdClass(LibraryRevisionEntity.Key.class)
class LibraryRevisionEntity {

    record Key(String workspaceId, long number) implements Serializable {}

    @Id
    @Column(name = "workspace_id")
    String workspaceId = "";

    @Id
    long number;

    @Column(nullable = false)
    String sha256 = "";

    @Column(nullable = false)
    byte[] library = new byte[0];

    @Column(nullable = false)
    byte[] summary = new byte[0];

    @Column(name = "create_time", nullable = false)
    Instant createTime = Instant.EPOCH;
}
