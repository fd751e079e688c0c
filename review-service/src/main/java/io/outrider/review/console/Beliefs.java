package io.outrider.review.console;

import io.outrider.review.console.ItemView.Belief;
import io.outrider.review.queue.ReadCalibration.Fitted;
import io.outrider.review.trust.Reliability;
import io.outrider.review.v1.ReviewItem;

/** Says how far a confidence can be believed. */
final class Beliefs {

    private Beliefs() {}

    /** @param fitted the calibrator of its kind as it is now */
    static Belief of(ReviewItem item, Fitted fitted) {
        var raw = item.getProposal().getConfidence().getValue();
        if (!item.hasCalibratedConfidence()) {
            return new Belief(Texts.percent(raw), Texts.percent(raw), false, uncorrected(fitted));
        }
        return new Belief(
                Texts.percent(item.getCalibratedConfidence()), Texts.percent(raw), true, corrected(item, fitted));
    }

    private static String uncorrected(Fitted fitted) {
        return "Not calibrated: when it was proposed there were too few decisions of its kind to compare it with; "
                + fitted.labels().size() + " by now.";
    }

    private static String corrected(ReviewItem item, Fitted fitted) {
        var note = "Corrected by version " + item.getCalibrationVersion() + " of what decisions of its kind say ("
                + fitted.calibrator().method() + ").";
        return Reliability.bins(fitted.labels(), fitted.calibrator()::calibrate).stream()
                .filter(bin ->
                        item.getCalibratedConfidence() >= bin.lower() && item.getCalibratedConfidence() < bin.upper()
                                || bin.upper() == 1 && item.getCalibratedConfidence() == 1)
                .findFirst()
                .map(bin -> note + " At " + Texts.percent(bin.lower()) + " to " + Texts.percent(bin.upper())
                        + " % reviewers accepted " + Texts.percent(bin.accepted()) + " % of " + bin.labels() + ".")
                .orElse(note);
    }
}
