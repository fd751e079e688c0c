package io.outrider.review.queue;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
record ItemKey(
        @Column(name = "workspace_id") String workspace,
        @Column(name = "id") String id) {}
