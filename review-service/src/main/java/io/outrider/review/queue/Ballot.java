package io.outrider.review.queue;

import org.jspecify.annotations.Nullable;

/**
 * What a reviewer hands in.
 *
 * @param version,payloadSha256 what the reviewer saw
 * @param edited with EDIT: what the payload becomes
 */
public record Ballot(
        String itemId,
        int version,
        String payloadSha256,
        DecisionType type,
        @Nullable Payload edited,
        @Nullable RejectReason reason,
        String comment,
        boolean overrideLint,
        String by) {}
