package io.outrider.review.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One decision of one person.
 *
 * @param version the version that it leaves behind: an edit approves what it made
 * @param reason set with REJECT
 * @param timeOnItemMillis from the first opening to the decision; 0 where it was never opened
 * @param batchId empty where it was made alone
 */
public record Decision(
        String by,
        Instant time,
        DecisionType type,
        int version,
        String payloadSha256,
        @Nullable RejectReason reason,
        String comment,
        boolean overrodeLint,
        long timeOnItemMillis,
        String batchId) {

    public Decision(
            String by,
            Instant time,
            DecisionType type,
            int version,
            String payloadSha256,
            @Nullable RejectReason reason,
            String comment,
            boolean overrodeLint) {
        this(by, time, type, version, payloadSha256, reason, comment, overrodeLint, 0, "");
    }

    Decision noted(long millis, String batch) {
        return new Decision(by, time, type, version, payloadSha256, reason, comment, overrodeLint, millis, batch);
    }
}
