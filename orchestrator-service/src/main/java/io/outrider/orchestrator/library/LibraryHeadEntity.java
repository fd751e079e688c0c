package io.outrider.orchestrator.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The number of a workspace's newest revision; 0 before the first. */
@Entity
@Table(name = "library_head")
class LibraryHeadEntity {

    @Id
    @Column(name = "workspace_id")
    String workspaceId = "";

    @Column(nullable = false)
    long number;
}
