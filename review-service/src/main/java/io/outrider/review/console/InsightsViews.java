package io.outrider.review.console;

import io.outrider.kit.time.Timestamps;
import io.outrider.review.console.InsightsReader.Figures;
import io.outrider.review.console.InsightsView.Bin;
import io.outrider.review.console.InsightsView.Count;
import io.outrider.review.console.InsightsView.Figure;
import io.outrider.review.console.InsightsView.Level;
import io.outrider.review.console.InsightsView.Reliability;
import io.outrider.review.console.InsightsView.Span;
import io.outrider.review.console.InsightsView.Test;
import io.outrider.review.quality.Period;
import io.outrider.review.quality.ReadPlanted.Planted;
import io.outrider.review.v1.Autonomy;
import io.outrider.review.v1.Calibration;
import io.outrider.review.v1.Gate;
import io.outrider.review.v1.GetGateInsightsResponse;
import io.outrider.review.v1.LaneCount;
import io.outrider.review.wire.AutonomyWire;
import io.outrider.review.wire.QualityWire;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes the page of figures of what the gate counts. */
final class InsightsViews {

    /** The calibrators with the most decisions. */
    static final int MOST_CURVES = 6;

    /** Lengths of time that can be shown, in days. */
    static final List<Integer> SPANS = List.of(7, 30, 90);

    private InsightsViews() {}

    static InsightsView of(Session who, int days, Figures figures, Period period) {
        var gate = QualityWire.insights(figures.gate(), figures.queue());
        var quality = QualityWire.quality(figures.reviewers(), figures.secondLooks());
        var queue = gate.getQueueList();
        var decisions = gate.getDecisionsByTypeMap().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList();
        var autonomy = figures.levels().stream().map(AutonomyWire::autonomy).toList();
        var now = period.until();
        return new InsightsView(
                who,
                SPANS.stream().map(span -> new Span(span, span == days)).toList(),
                days,
                figures(gate),
                Trend.of(
                        figures.gate().days(),
                        LocalDate.ofInstant(period.since(), ZoneOffset.UTC),
                        LocalDate.ofInstant(now, ZoneOffset.UTC)),
                Plot.bars(
                        queue.stream().map(InsightsViews::lane).toList(),
                        queue.stream().map(lane -> hours(lane, now)).toList(),
                        queue.stream().map(lane -> age(lane, now)).toList()),
                queue.stream()
                        .map(lane -> new Count(lane(lane), lane.getOpen(), age(lane, now)))
                        .toList(),
                Plot.bars(
                        decisions.stream()
                                .map(entry -> Texts.plain(entry.getKey()))
                                .toList(),
                        decisions.stream()
                                .map(entry -> (double) entry.getValue())
                                .toList(),
                        decisions.stream()
                                .map(entry -> String.valueOf(entry.getValue()))
                                .toList()),
                decisions.stream()
                        .map(entry -> new Count(Texts.plain(entry.getKey()), entry.getValue(), ""))
                        .toList(),
                figures.calibrations().stream()
                        .map(AutonomyWire::calibration)
                        .map(InsightsViews::reliability)
                        .toList(),
                Plot.shares(
                        autonomy.stream().map(InsightsViews::name).toList(),
                        autonomy.stream().map(Autonomy::getLowerBound).toList()),
                autonomy.stream().map(InsightsViews::level).toList(),
                figures.gate().layers().stream().map(LayerViews::of).toList(),
                quality.getReviewersList().stream().map(ReviewerViews::of).toList(),
                quality.getPairsList().stream().map(ReviewerViews::of).toList(),
                figures.planted().stream().map(InsightsViews::planted).toList());
    }

    private static Test planted(Planted planted) {
        return new Test(
                planted.itemId(),
                planted.actionType(),
                planted.domain(),
                planted.by(),
                Texts.minute(planted.time()),
                Texts.plain(planted.decision()),
                planted.caught(),
                planted.fault().replace('-', ' '),
                planted.trueText(),
                planted.falseText());
    }

    static Level level(Autonomy autonomy) {
        return new Level(
                autonomy.getActionType(),
                autonomy.getSegmentId().isEmpty() ? "no segment" : autonomy.getSegmentId(),
                Texts.words(autonomy.getLevel().name(), "AUTONOMY_LEVEL_"),
                percent(autonomy.getReviewRate()),
                autonomy.getItems(),
                autonomy.getAcceptedUnedited(),
                percent(autonomy.getLowerBound()),
                autonomy.getPassed(),
                autonomy.getAlarm());
    }

    private static List<Figure> figures(GetGateInsightsResponse gate) {
        var time = Duration.ofSeconds(gate.getMedianTimeToDecision().getSeconds());
        return List.of(
                new Figure("Approval rate", percent(gate.getApprovalRate()), "accepted or edited, of all decisions"),
                new Figure("Edit rate", percent(gate.getEditRate()), "edited, of all approvals"),
                new Figure("Override rate", percent(gate.getOverrideRate()), "accepted in spite of the lint"),
                new Figure(
                        "Reviewed", percent(gate.getReviewedRate()), "of what was proposed, a person was asked about"),
                new Figure("Time to decision", Texts.length(time), "median"));
    }

    private static String lane(LaneCount lane) {
        return Texts.lane(lane.getLane(), Gate.GATE_UNSPECIFIED);
    }

    private static double hours(LaneCount lane, Instant now) {
        return lane.hasOldestTime()
                ? Duration.between(Timestamps.toInstant(lane.getOldestTime()), now)
                                .toMinutes()
                        / 60.0
                : 0;
    }

    private static String age(LaneCount lane, Instant now) {
        return lane.hasOldestTime() ? Texts.age(lane.getOldestTime(), now) : "empty";
    }

    private static String name(Autonomy autonomy) {
        return autonomy.getActionType() + (autonomy.getSegmentId().isEmpty() ? "" : " " + autonomy.getSegmentId());
    }

    private static Reliability reliability(Calibration calibration) {
        var name = List.of(
                        calibration.getAgent(),
                        calibration.getActionType(),
                        calibration.getSegmentId(),
                        calibration.getModel())
                .stream()
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return new Reliability(
                name.isEmpty() ? "all" : name,
                calibration.getMethod(),
                calibration.getLabels(),
                decimals(calibration.getEce()),
                decimals(calibration.getRawEce()),
                decimals(calibration.getDrift()) + (calibration.getDriftAlarm() ? ": alarm" : ""),
                Plot.curve(calibration.getBinsList().stream()
                        .map(bin -> new double[] {bin.getPredicted(), bin.getAccepted()})
                        .toList()),
                calibration.getBinsList().stream()
                        .map(bin -> new Bin(
                                percent(bin.getLower()) + " to " + percent(bin.getUpper()),
                                bin.getLabels(),
                                percent(bin.getPredicted()),
                                percent(bin.getAccepted())))
                        .toList());
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    private static String decimals(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
