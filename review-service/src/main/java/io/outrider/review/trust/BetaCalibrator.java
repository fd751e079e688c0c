package io.outrider.review.trust;

import java.util.List;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealVector;

/**
 * Beta calibration (Kull et al. 2017): the logit of the corrected confidence is {@code a ln p - b ln(1-p) + c}. A normal prior
 * around the identity (a = b = 1, c = 0) holds it there while labels are few. Fitted by Newton's method; a and b are kept from
 * going below zero, so that more confidence never means less.
 */
record BetaCalibrator(double a, double b, double c, int labels) implements Calibrator {

    /** As good as this many labels, for each parameter. */
    private static final double PRIOR_PRECISION = 0.5;

    private static final int STEPS = 50;
    private static final double CLOSE = 1e-9;
    private static final double EDGE = 1e-3;

    static BetaCalibrator fit(List<Label> labels) {
        var prior = new ArrayRealVector(new double[] {1, 1, 0});
        RealVector at = prior.copy();
        for (int step = 0; step < STEPS; step++) {
            var gradient = prior.subtract(at).mapMultiply(PRIOR_PRECISION);
            var curvature = MatrixUtils.createRealIdentityMatrix(3).scalarMultiply(PRIOR_PRECISION);
            for (var label : labels) {
                var x = features(label.raw());
                var p = sigmoid(at.dotProduct(x));
                gradient = gradient.add(x.mapMultiply((label.accepted() ? 1 : 0) - p));
                curvature = curvature.add(x.outerProduct(x).scalarMultiply(p * (1 - p)));
            }
            var move = new CholeskyDecomposition(curvature).getSolver().solve(gradient);
            at = at.add(move);
            if (move.getNorm() < CLOSE) {
                break;
            }
        }
        return new BetaCalibrator(
                Math.max(0, at.getEntry(0)), Math.max(0, at.getEntry(1)), at.getEntry(2), labels.size());
    }

    @Override
    public double calibrate(double raw) {
        return sigmoid(new ArrayRealVector(new double[] {a, b, c}).dotProduct(features(raw)));
    }

    @Override
    public String method() {
        return labels == 0 ? "prior" : "beta";
    }

    private static RealVector features(double raw) {
        var p = Math.clamp(raw, EDGE, 1 - EDGE);
        return new ArrayRealVector(new double[] {Math.log(p), -Math.log(1 - p), 1});
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
