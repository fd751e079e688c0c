package io.outrider.review.queue;

import io.outrider.review.policy.Source;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an item beside its gating.
 *
 * @param confidence as the agent said, 0 to 1
 * @param hold set while the item is HELD
 * @param outcome of the granted action, once somebody said
 * @param sampled it would have passed alone and is shown as a sample
 * @param planted known to be bad; it tests the review and is never granted
 * @param calibrated the confidence as the calibrator corrects it; null where none fits
 */
public record Extras(
        Source source,
        double confidence,
        @Nullable Hold hold,
        @Nullable EffectOutcome outcome,
        String outcomeDetail,
        boolean sampled,
        boolean planted,
        @Nullable Double calibrated,
        long calibrationVersion) {

    public static final Extras NONE = new Extras(Source.NONE, 0, null, null, "", false, false, null, 0);

    static Extras of(Source source, double confidence) {
        return new Extras(source, confidence, null, null, "", false, false, null, 0);
    }

    Extras with(@Nullable Hold other) {
        return new Extras(
                source, confidence, other, outcome, outcomeDetail, sampled, planted, calibrated, calibrationVersion);
    }

    Extras with(EffectOutcome other, String detail) {
        return new Extras(source, confidence, hold, other, detail, sampled, planted, calibrated, calibrationVersion);
    }
}
