package io.outrider.review.queue;

import io.outrider.review.policy.Source;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** {@link Extras} as columns of an item. */
@Embeddable
@SuppressWarnings("NullAway.Init")
class ExtrasColumns {

    String agent;

    @Column(name = "segment_id")
    String segmentId;

    String model;

    double confidence;

    @Column(name = "release_time")
    @Nullable
    Instant release;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Held held;

    @Enumerated(EnumType.STRING)
    @Nullable
    EffectOutcome outcome;

    @Column(name = "outcome_detail")
    String outcomeDetail;

    boolean sampled;

    @Column(name = "would_pass")
    boolean wouldPass;

    boolean planted;

    @Nullable
    Double calibrated;

    @Column(name = "calibration_version")
    long calibrationVersion;

    @Nullable
    String findings;

    static ExtrasColumns of(Extras extras) {
        var columns = new ExtrasColumns();
        columns.agent = extras.source().agent();
        columns.segmentId = extras.source().segmentId();
        columns.model = extras.source().model();
        columns.confidence = extras.confidence();
        columns.release = extras.hold() == null ? null : extras.hold().release();
        columns.held = extras.hold() == null ? null : Held.of(extras.hold());
        columns.outcome = extras.outcome();
        columns.outcomeDetail = extras.outcomeDetail();
        columns.sampled = extras.sampled();
        columns.wouldPass = extras.wouldPass();
        columns.planted = extras.planted();
        columns.calibrated = extras.calibrated();
        columns.calibrationVersion = extras.calibrationVersion();
        columns.findings = extras.findings();
        return columns;
    }

    Extras toDomain(String itemId) {
        return new Extras(
                new Source(agent, segmentId, model),
                confidence,
                held == null || release == null ? null : held.toDomain(itemId, release),
                outcome,
                outcomeDetail,
                sampled,
                wouldPass,
                planted,
                calibrated,
                calibrationVersion,
                findings);
    }

    /** A {@link Hold} as JSON: texts and numbers only, so that it reads the same everywhere. */
    record Held(
            int version,
            String payloadSha256,
            String type,
            String editedBase64,
            String reason,
            String comment,
            boolean overrideLint,
            String by,
            String batchId,
            String decided,
            String from) {

        static Held of(Hold hold) {
            var ballot = hold.ballot();
            return new Held(
                    ballot.version(),
                    ballot.payloadSha256(),
                    ballot.type().name(),
                    ballot.edited() == null
                            ? ""
                            : Base64.getEncoder().encodeToString(ballot.edited().bytes()),
                    ballot.reason() == null ? "" : ballot.reason().name(),
                    ballot.comment(),
                    ballot.overrideLint(),
                    ballot.by(),
                    hold.batchId(),
                    hold.decided().toString(),
                    hold.from().name());
        }

        Hold toDomain(String itemId, Instant release) {
            var edited = editedBase64.isEmpty()
                    ? null
                    : Payload.parse(
                            Base64.getDecoder().decode(editedBase64.getBytes(StandardCharsets.US_ASCII)), "held");
            var ballot = new Ballot(
                    itemId,
                    version,
                    payloadSha256,
                    DecisionType.valueOf(type),
                    edited,
                    reason.isEmpty() ? null : RejectReason.valueOf(reason),
                    comment,
                    overrideLint,
                    by);
            return new Hold(ballot, batchId, Instant.parse(decided), release, ItemState.valueOf(from));
        }
    }
}
