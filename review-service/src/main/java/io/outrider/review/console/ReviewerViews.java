package io.outrider.review.console;

import io.outrider.review.console.InsightsView.Pair;
import io.outrider.review.console.InsightsView.Reviewer;
import io.outrider.review.v1.PairAgreement;
import io.outrider.review.v1.ReviewerQuality;
import java.util.Locale;

/** Rows of the page of figures about people. */
final class ReviewerViews {

    private static final String NONE = "none yet";

    private ReviewerViews() {}

    static Reviewer of(ReviewerQuality quality) {
        return new Reviewer(
                quality.getReviewer(),
                quality.getDecisions(),
                InsightsViews.percent(quality.getApprovalRate()),
                quality.hasMedianTimeOnItem() ? quality.getMedianTimeOnItem().getSeconds() + " s" : "none opened",
                quality.getAcceptedWithoutOpening(),
                quality.getOverrides(),
                part(quality.getAgreements(), quality.getDoubleReviews()),
                part(quality.getSecondLookAgreements(), quality.getSecondLooks())
                        + (quality.hasSecondLookKappa() ? ", kappa " + decimals(quality.getSecondLookKappa()) : ""),
                part(quality.getPlantedCaught(), quality.getPlanted()),
                String.join("; ", quality.getAlarmsList()));
    }

    static Pair of(PairAgreement pair) {
        return new Pair(
                pair.getReviewer(),
                pair.getOther(),
                part(pair.getAgreements(), pair.getSecondLooks()),
                InsightsViews.percent((double) pair.getAgreements() / pair.getSecondLooks()),
                pair.hasKappa() ? decimals(pair.getKappa()) : "not defined");
    }

    private static String part(long part, long whole) {
        return whole == 0 ? NONE : part + " of " + whole;
    }

    private static String decimals(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
