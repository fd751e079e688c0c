package io.outrider.review.queue;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** @param number from 1, in the order of decision */
@Embeddable
record DecisionKey(
        @Column(name = "workspace_id") String workspace,
        @Column(name = "item_id") String itemId,
        @Column(name = "number") int number) {}
