package io.outrider.review.trust;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Beta calibration (Kull et al. 2017): the logit of the corrected confidence is {@code a ln p - b ln(1-p) + c}. A normal prior
 * around the identity (a = b = 1, c = 0) holds it there while labels are few. Neither a nor b goes below zero, so that more
 * confidence never means less: where the best fit would, it is held at zero and the others are fitted again.
 *
 * @param method "prior", "beta" or "unfit"; an unfit one is the prior, which nobody may rely on
 */
record BetaCalibrator(double a, double b, double c, String method) implements Calibrator {

    private static final double EDGE = 1e-3;

    static BetaCalibrator fit(List<Label> labels) {
        if (labels.isEmpty()) {
            return prior("prior");
        }
        var loss = new BetaLoss(labels);
        return loss.lowest(true, true)
                .filter(BetaCalibrator::rises)
                .or(() -> lowestAtAnEdge(loss))
                .map(at -> new BetaCalibrator(at[0], at[1], at[2], "beta"))
                .orElseGet(() -> prior("unfit"));
    }

    static BetaCalibrator of(String method, List<Double> parameters) {
        if (parameters.size() != 3) {
            throw new IllegalArgumentException("A beta calibration has three parameters");
        }
        return new BetaCalibrator(parameters.get(0), parameters.get(1), parameters.get(2), method);
    }

    @Override
    public List<Double> parameters() {
        return List.of(a, b, c);
    }

    private static Optional<double[]> lowestAtAnEdge(BetaLoss loss) {
        return Stream.of(loss.lowest(false, true), loss.lowest(true, false), loss.lowest(false, false))
                .flatMap(Optional::stream)
                .filter(BetaCalibrator::rises)
                .min(Comparator.comparingDouble(loss::at));
    }

    private static boolean rises(double[] at) {
        return at[0] >= 0 && at[1] >= 0;
    }

    private static BetaCalibrator prior(String method) {
        return new BetaCalibrator(1, 1, 0, method);
    }

    @Override
    public double calibrate(double raw) {
        var p = clamped(raw);
        return 1 / (1 + Math.exp(-(a * Math.log(p) - b * Math.log(1 - p) + c)));
    }

    /** Certainty has no logarithm. */
    static double clamped(double raw) {
        return Math.clamp(raw, EDGE, 1 - EDGE);
    }
}
