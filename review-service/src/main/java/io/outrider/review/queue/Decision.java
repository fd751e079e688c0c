package io.outrider.review.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One decision of one person.
 *
 * @param version the version that it leaves behind: an edit approves what it made
 * @param reason set with REJECT
 */
public record Decision(
        String by,
        Instant time,
        DecisionType type,
        int version,
        String payloadSha256,
        @Nullable RejectReason reason,
        String comment,
        boolean overrodeLint) {}
