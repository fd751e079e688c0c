package io.outrider.review.trust;

/**
 * What the gate knows of the kind of action that is proposed, when it is.
 *
 * @param track the record of its action type in its segment
 * @param rule by which autonomy is earned
 * @param calibrator of its agent; null where none fits yet
 * @param threshold the calibrated confidence from which on enough is right; above 1 where nothing is known. Only counts where the
 *     policy sets a target
 */
public record Trust(
        Track track,
        AutonomyRule rule,
        @org.jspecify.annotations.Nullable Calibrator calibrator,
        long calibrationVersion,
        double threshold) {

    /** Of what nobody has seen before. */
    public static final Trust NONE = new Trust(Track.NEW, AutonomyRule.DEFAULT, null, 0, 2);

    /** Whether the confidence that counts is worth nothing: the calibrator did not settle, or gave no number. */
    public boolean unfit(double confidence) {
        return Double.isNaN(confidence) || calibrator != null && !calibrator.fits();
    }

    /** The confidence that counts: as corrected, where there is a calibrator. */
    public double confidence(double raw) {
        return calibrator == null ? raw : calibrator.calibrate(raw);
    }
}
