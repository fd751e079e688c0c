package io.outrider.review.console;

import io.outrider.review.policy.Source;
import io.outrider.review.quality.GateFigures;
import io.outrider.review.quality.Period;
import io.outrider.review.quality.ReadGate;
import io.outrider.review.quality.ReadPlanted;
import io.outrider.review.quality.ReadPlanted.Planted;
import io.outrider.review.quality.ReadReviewers;
import io.outrider.review.quality.ReadSecondLooks;
import io.outrider.review.quality.ReviewerFigures;
import io.outrider.review.quality.SecondLookFigures;
import io.outrider.review.queue.AutonomyBook;
import io.outrider.review.queue.CountQueue;
import io.outrider.review.queue.CountQueue.Counts;
import io.outrider.review.queue.Kind;
import io.outrider.review.queue.ReadCalibration;
import io.outrider.review.queue.ReadCalibration.Fitted;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Brings together all that the page of figures shows. */
@ApplicationScoped
class InsightsReader {

    private static final int MOST_LEVELS = 100;

    private final ReadGate gate;
    private final ReadReviewers reviewers;
    private final ReadPlanted planted;
    private final ReadSecondLooks secondLooks;
    private final CountQueue queue;
    private final AutonomyBook autonomy;
    private final ReadCalibration calibration;

    InsightsReader(
            ReadGate gate,
            ReadReviewers reviewers,
            ReadPlanted planted,
            ReadSecondLooks secondLooks,
            CountQueue queue,
            AutonomyBook autonomy,
            ReadCalibration calibration) {
        this.gate = gate;
        this.reviewers = reviewers;
        this.planted = planted;
        this.secondLooks = secondLooks;
        this.queue = queue;
        this.autonomy = autonomy;
        this.calibration = calibration;
    }

    /** Who only reviews sees their own figures, and everybody's of the gate. */
    Uni<Figures> read(Session who, Period period) {
        var workspace = who.workspace();
        var only = who.admin() ? "" : who.subject();
        return Uni.combine()
                .all()
                .unis(
                        gate.run(workspace, period),
                        queue.run(workspace),
                        reviewers.run(workspace, period, only),
                        planted.run(workspace, period, only),
                        secondLooks.run(workspace, period, only))
                .asTuple()
                .chain(counted -> autonomy.page(workspace, new Kind("", ""), MOST_LEVELS)
                        .chain(levels -> calibration
                                .run(workspace, "", Source.NONE, InsightsViews.MOST_CURVES)
                                .map(fits -> new Figures(
                                        counted.getItem1(),
                                        counted.getItem2(),
                                        counted.getItem3(),
                                        counted.getItem4(),
                                        counted.getItem5(),
                                        levels,
                                        fits))));
    }

    record Figures(
            GateFigures gate,
            Counts queue,
            List<ReviewerFigures> reviewers,
            List<Planted> planted,
            SecondLookFigures secondLooks,
            List<AutonomyBook.Line> levels,
            List<Fitted> calibrations) {}
}
