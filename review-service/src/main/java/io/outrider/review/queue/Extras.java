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
 * @param wouldPass only the level of autonomy of its kind, or a sample, asks for a person
 * @param planted known to be bad; it tests the review and is never granted
 * @param calibrated the confidence as the calibrator corrects it; null where none fits
 * @param findings what the checks found when it was proposed, words with a space between; null where it was not kept
 */
public record Extras(
        Source source,
        double confidence,
        @Nullable Hold hold,
        @Nullable EffectOutcome outcome,
        String outcomeDetail,
        boolean sampled,
        boolean wouldPass,
        boolean planted,
        @Nullable Double calibrated,
        long calibrationVersion,
        @Nullable String findings) {

    public static final Extras NONE = new Extras(Source.NONE, 0, null, null, "", false, false, false, null, 0, null);

    static Extras of(Source source, double confidence) {
        return new Extras(source, confidence, null, null, "", false, false, false, null, 0, null);
    }

    Extras with(@Nullable Hold other) {
        return new Extras(
                source,
                confidence,
                other,
                outcome,
                outcomeDetail,
                sampled,
                wouldPass,
                planted,
                calibrated,
                calibrationVersion,
                findings);
    }

    Extras with(EffectOutcome other, String detail) {
        return new Extras(
                source,
                confidence,
                hold,
                other,
                detail,
                sampled,
                wouldPass,
                planted,
                calibrated,
                calibrationVersion,
                findings);
    }

    /** As the gate saw it: only trust, or a sample of what passes, asks for a person. */
    Extras judged(boolean inSample, boolean passes, @Nullable Double corrected, long version) {
        return new Extras(
                source,
                confidence,
                hold,
                outcome,
                outcomeDetail,
                inSample,
                passes,
                planted,
                corrected,
                version,
                findings);
    }

    /** A copy that is known to be bad: that it passes says nothing of its kind. */
    Extras asPlanted() {
        return new Extras(
                source,
                confidence,
                hold,
                outcome,
                outcomeDetail,
                sampled,
                false,
                true,
                calibrated,
                calibrationVersion,
                findings);
    }

    Extras found(String words) {
        return new Extras(
                source,
                confidence,
                hold,
                outcome,
                outcomeDetail,
                sampled,
                wouldPass,
                planted,
                calibrated,
                calibrationVersion,
                words);
    }
}
