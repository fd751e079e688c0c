package io.outrider.review.wire;

import io.outrider.kit.time.Timestamps;
import io.outrider.review.queue.AutonomyBook.Line;
import io.outrider.review.queue.AutonomyBook.Proposed;
import io.outrider.review.queue.Item;
import io.outrider.review.queue.ReadCalibration.Fitted;
import io.outrider.review.trust.Drift;
import io.outrider.review.trust.Reliability;
import io.outrider.review.v1.Autonomy;
import io.outrider.review.v1.AutonomyLevel;
import io.outrider.review.v1.AutonomyProposal;
import io.outrider.review.v1.AutonomyProposalState;
import io.outrider.review.v1.AutonomyRule;
import io.outrider.review.v1.Calibration;
import io.outrider.review.v1.ReliabilityBin;

/** Earned autonomy and calibration, between the wire and the domain. */
public final class AutonomyWire {

    private AutonomyWire() {}

    /** 0 means the usual. */
    static io.outrider.review.trust.AutonomyRule toDomain(AutonomyRule rule) {
        var usual = io.outrider.review.trust.AutonomyRule.DEFAULT;
        return new io.outrider.review.trust.AutonomyRule(
                rule.getMinItems() == 0 ? usual.minItems() : rule.getMinItems(),
                orElse(rule.getMinPrecision(), usual.minPrecision()),
                orElse(rule.getConfidence(), usual.confidence()),
                orElse(rule.getSampleRate(), usual.sampleRate()),
                orElse(rule.getAuditRate(), usual.auditRate()),
                rule.getSuspended());
    }

    static AutonomyRule toWire(io.outrider.review.trust.AutonomyRule rule) {
        return AutonomyRule.newBuilder()
                .setMinItems(rule.minItems())
                .setMinPrecision(rule.minPrecision())
                .setConfidence(rule.confidence())
                .setSampleRate(rule.sampleRate())
                .setAuditRate(rule.auditRate())
                .setSuspended(rule.suspended())
                .build();
    }

    public static Autonomy autonomy(Line line) {
        var track = line.track();
        return Autonomy.newBuilder()
                .setActionType(line.kind().actionType())
                .setSegmentId(line.kind().segmentId())
                .setLevel(Enums.toWire(AutonomyLevel.class, "AUTONOMY_LEVEL_", track.level()))
                .setReviewRate(track.reviewRate(line.rule()))
                .setItems(track.items())
                .setAcceptedUnedited(track.accepted())
                .setLowerBound(track.lowerBound(line.rule()))
                .setChangeTime(Timestamps.toWire(line.changed()))
                .setChangedBy(line.by())
                .setReason(line.reason())
                .setBadOutcomes(track.badOutcomes())
                .setAlarm(track.alarm())
                .setPassed(track.passed())
                .build();
    }

    /** As it stands open. */
    public static AutonomyProposal proposal(Proposed proposed) {
        var line = proposed.line();
        var next = line.track().promoted();
        return AutonomyProposal.newBuilder()
                .setId(line.id())
                .setActionType(line.kind().actionType())
                .setSegmentId(line.kind().segmentId())
                .setFrom(Enums.toWire(
                        AutonomyLevel.class, "AUTONOMY_LEVEL_", line.track().level()))
                .setTo(Enums.toWire(AutonomyLevel.class, "AUTONOMY_LEVEL_", next.level()))
                .setReviewRate(next.reviewRate(line.rule()))
                .setItems(line.track().items())
                .setAcceptedUnedited(line.track().accepted())
                .setLowerBound(line.track().lowerBound(line.rule()))
                .setConfidence(line.rule().confidence())
                .setMinPrecision(line.rule().minPrecision())
                .setState(AutonomyProposalState.AUTONOMY_PROPOSAL_STATE_OPEN)
                .setCreateTime(Timestamps.toWire(line.changed()))
                .addAllEvidenceItemIds(
                        proposed.evidence().stream().map(Item::id).toList())
                .build();
    }

    /** As a person has just decided it. */
    public static AutonomyProposal decided(Line line, String proposalId, boolean accepted) {
        return AutonomyProposal.newBuilder()
                .setId(proposalId)
                .setActionType(line.kind().actionType())
                .setSegmentId(line.kind().segmentId())
                .setTo(Enums.toWire(
                        AutonomyLevel.class, "AUTONOMY_LEVEL_", line.track().level()))
                .setReviewRate(line.track().reviewRate(line.rule()))
                .setState(
                        accepted
                                ? AutonomyProposalState.AUTONOMY_PROPOSAL_STATE_ACCEPTED
                                : AutonomyProposalState.AUTONOMY_PROPOSAL_STATE_DECLINED)
                .setDecidedBy(line.by())
                .setDecideTime(Timestamps.toWire(line.changed()))
                .setComment(line.reason())
                .build();
    }

    public static Calibration calibration(Fitted fitted) {
        var calibrator = fitted.calibrator();
        var drift = Drift.of(fitted.labels());
        return Calibration.newBuilder()
                .setAgent(fitted.source().agent())
                .setActionType(fitted.actionType())
                .setSegmentId(fitted.source().segmentId())
                .setModel(fitted.source().model())
                .setVersion(fitted.version())
                .setMethod(calibrator.method())
                .setLabels(fitted.labels().size())
                .addAllBins(Reliability.bins(fitted.labels(), calibrator::calibrate).stream()
                        .map(AutonomyWire::bin)
                        .toList())
                .setEce(Reliability.unseenError(fitted.labels()))
                .setRawEce(Reliability.error(Reliability.bins(fitted.labels(), raw -> raw)))
                .setDrift(drift.value())
                .setDriftAlarm(drift.alarm())
                .build();
    }

    private static ReliabilityBin bin(Reliability.Bin bin) {
        return ReliabilityBin.newBuilder()
                .setLower(bin.lower())
                .setUpper(bin.upper())
                .setLabels(bin.labels())
                .setPredicted(bin.predicted())
                .setAccepted(bin.accepted())
                .build();
    }

    private static double orElse(double given, double usual) {
        return given == 0 ? usual : given;
    }
}
