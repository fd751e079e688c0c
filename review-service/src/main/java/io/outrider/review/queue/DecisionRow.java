package io.outrider.review.queue;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "item_decision")
@SuppressWarnings("NullAway.Init")
class DecisionRow {

    @EmbeddedId
    DecisionKey key;

    @Column(name = "decided_by", nullable = false)
    String by;

    @Column(name = "decide_time", nullable = false)
    Instant time;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    DecisionType type;

    @Column(nullable = false)
    int version;

    @Column(name = "payload_sha256", nullable = false)
    String payloadSha256;

    @Enumerated(EnumType.STRING)
    @Nullable
    RejectReason reason;

    @Column(nullable = false)
    String comment;

    @Column(name = "overrode_lint", nullable = false)
    boolean overrodeLint;

    @Column(name = "time_on_item_ms", nullable = false)
    long timeOnItemMillis;

    @Column(name = "batch_id", nullable = false)
    String batchId;

    static DecisionRow of(Item item, int number, Decision decision) {
        var row = new DecisionRow();
        row.key = new DecisionKey(item.workspace(), item.id(), number);
        row.by = decision.by();
        row.time = decision.time();
        row.type = decision.type();
        row.version = decision.version();
        row.payloadSha256 = decision.payloadSha256();
        row.reason = decision.reason();
        row.comment = decision.comment();
        row.overrodeLint = decision.overrodeLint();
        row.timeOnItemMillis = decision.timeOnItemMillis();
        row.batchId = decision.batchId();
        return row;
    }

    Decision toDomain() {
        return new Decision(
                by, time, type, version, payloadSha256, reason, comment, overrodeLint, timeOnItemMillis, batchId);
    }
}
