package io.outrider.review.wire;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import io.outrider.kit.error.Check;
import io.outrider.kit.time.Timestamps;
import io.outrider.review.quality.Agreement;
import io.outrider.review.quality.GateFigures;
import io.outrider.review.quality.Layers;
import io.outrider.review.quality.Period;
import io.outrider.review.quality.ReviewerFigures;
import io.outrider.review.quality.SecondLookFigures;
import io.outrider.review.queue.CountQueue.Counts;
import io.outrider.review.v1.DayCounts;
import io.outrider.review.v1.GetGateInsightsResponse;
import io.outrider.review.v1.GetReviewerQualityResponse;
import io.outrider.review.v1.LayerCounts;
import io.outrider.review.v1.PairAgreement;
import io.outrider.review.v1.ReviewerQuality;
import java.time.Instant;
import java.util.List;

/** Figures of the review, between the wire and the domain. */
public final class QualityWire {

    private QualityWire() {}

    public static Period period(boolean hasSince, Timestamp since, boolean hasUntil, Timestamp until, Instant now) {
        return Period.of(hasSince ? instant(since, "since") : null, hasUntil ? instant(until, "until") : null, now);
    }

    /** What the contract allows of a Timestamp: the years 1 to 9999. */
    private static Instant instant(Timestamp time, String field) {
        Check.that(com.google.protobuf.util.Timestamps.isValid(time), field, "must be a time");
        return Timestamps.toInstant(time);
    }

    /** @param blind how this person's judgements went with those of others who did not know them */
    private static ReviewerQuality toWire(ReviewerFigures figures, Agreement blind) {
        var builder = ReviewerQuality.newBuilder()
                .setReviewer(figures.reviewer())
                .setDecisions(figures.decisions())
                .setApprovalRate(figures.approvalRate())
                .setAccepted(figures.accepted())
                .setAcceptedWithoutOpening(figures.unopened())
                .setOverrides(figures.overrides())
                .setDoubleReviews(figures.doubles())
                .setAgreements(figures.agreed())
                .setPlanted(figures.planted())
                .setPlantedCaught(figures.caught())
                .addAllAlarms(figures.alarms())
                .setSecondLooks(blind.items())
                .setSecondLookAgreements(blind.agreed());
        if (blind.kappa() != null) {
            builder.setSecondLookKappa(blind.kappa());
        }
        if (figures.median() != null) {
            builder.setMedianTimeOnItem(toWire(figures.median()));
        }
        return builder.build();
    }

    public static GetReviewerQualityResponse quality(List<ReviewerFigures> reviewers, SecondLookFigures blind) {
        return GetReviewerQualityResponse.newBuilder()
                .addAllReviewers(reviewers.stream()
                        .map(figures -> toWire(figures, blind.of(figures.reviewer())))
                        .toList())
                .addAllPairs(blind.pairs().stream().map(QualityWire::toWire).toList())
                .build();
    }

    private static PairAgreement toWire(SecondLookFigures.Pair pair) {
        var builder = PairAgreement.newBuilder()
                .setReviewer(pair.one())
                .setOther(pair.other())
                .setSecondLooks(pair.agreement().items())
                .setAgreements(pair.agreement().agreed());
        if (pair.agreement().kappa() != null) {
            builder.setKappa(pair.agreement().kappa());
        }
        return builder.build();
    }

    public static GetGateInsightsResponse insights(GateFigures figures, Counts queue) {
        return GetGateInsightsResponse.newBuilder()
                .addAllQueue(ItemExtras.counts(queue).getLanesList())
                .putAllItemsByState(figures.itemsByState())
                .putAllDecisionsByType(figures.decisionsByType())
                .setApprovalRate(figures.approvalRate())
                .setEditRate(figures.editRate())
                .setOverrideRate(figures.overrideRate())
                .setMedianTimeToDecision(toWire(figures.median()))
                .setReviewedRate(figures.reviewedRate())
                .addAllLayers(figures.layers().stream().map(QualityWire::toWire).toList())
                .addAllDays(figures.days().stream().map(QualityWire::toWire).toList())
                .build();
    }

    private static LayerCounts toWire(Layers layers) {
        return LayerCounts.newBuilder()
                .setAgent(layers.agent())
                .setItems(layers.items())
                .putAllInput(layers.input())
                .putAllOutput(layers.output())
                .putAllGate(layers.gate())
                .build();
    }

    private static DayCounts toWire(GateFigures.Day day) {
        return DayCounts.newBuilder()
                .setDay(day.day())
                .setDecisions(day.decisions())
                .setApprovals(day.approvals())
                .setEdits(day.edits())
                .setOverrides(day.overrides())
                .build();
    }

    private static Duration toWire(java.time.Duration duration) {
        return Duration.newBuilder()
                .setSeconds(duration.getSeconds())
                .setNanos(duration.getNano())
                .build();
    }
}
