package io.outrider.review.queue;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
record VersionKey(
        @Column(name = "workspace_id") String workspace,
        @Column(name = "item_id") String itemId,
        @Column(name = "version") int version) {}
