package io.outrider.review.trust;

import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/** How badly parameters of a beta calibration fit: minus the logarithm of likelihood and prior. Convex, so what is lowest is one place. */
final class BetaLoss {

    /** As good as this many labels, for each parameter. */
    private static final double PRIOR_PRECISION = 0.5;

    private static final double[] PRIOR = {1, 1, 0};
    private static final int STEPS = 100;
    private static final int HALVINGS = 40;
    private static final double CLOSE = 1e-10;

    private final double[][] features;
    private final boolean[] accepted;

    BetaLoss(List<Label> labels) {
        features = labels.stream().map(BetaLoss::features).toArray(double[][]::new);
        accepted = new boolean[labels.size()];
        for (int i = 0; i < accepted.length; i++) {
            accepted[i] = labels.get(i).accepted();
        }
    }

    private static double[] features(Label label) {
        var p = BetaCalibrator.clamped(label.raw());
        return new double[] {Math.log(p), -Math.log(1 - p), 1};
    }

    /**
     * Newton's method, each step halved until it leads down: a whole step overshoots where an agent is bold and wrong.
     *
     * @param freeA,freeB whether they are fitted; else they are 0
     * @return empty where it does not settle
     */
    Optional<double[]> lowest(boolean freeA, boolean freeB) {
        var free = new boolean[] {freeA, freeB, true};
        var at = new double[] {freeA ? PRIOR[0] : 0, freeB ? PRIOR[1] : 0, PRIOR[2]};
        for (int step = 0; step < STEPS; step++) {
            var move = move(at, free);
            var gain = move.gain();
            if (gain < CLOSE) {
                return Optional.of(at);
            }
            var next = down(at, move);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.get();
        }
        return Optional.empty();
    }

    double at(double[] at) {
        var loss = 0.0;
        for (int i = 0; i < PRIOR.length; i++) {
            loss += PRIOR_PRECISION * (at[i] - PRIOR[i]) * (at[i] - PRIOR[i]) / 2;
        }
        for (int i = 0; i < features.length; i++) {
            var logit = dot(at, features[i]);
            loss += Math.max(0, logit) - (accepted[i] ? logit : 0) + Math.log1p(Math.exp(-Math.abs(logit)));
        }
        return loss;
    }

    private Optional<double[]> down(double[] at, Move move) {
        var here = at(at);
        var length = 1.0;
        for (int i = 0; i < HALVINGS; i++) {
            var next = at.clone();
            for (int j = 0; j < next.length; j++) {
                next[j] += length * move.step()[j];
            }
            if (at(next) < here) {
                return Optional.of(next);
            }
            length /= 2;
        }
        return Optional.empty();
    }

    private Move move(double[] at, boolean[] free) {
        var slope = new double[PRIOR.length];
        var curvature = new double[PRIOR.length][PRIOR.length];
        for (int i = 0; i < PRIOR.length; i++) {
            slope[i] = PRIOR_PRECISION * (PRIOR[i] - at[i]);
            curvature[i][i] = PRIOR_PRECISION;
        }
        for (int n = 0; n < features.length; n++) {
            var x = features[n];
            var p = 1 / (1 + Math.exp(-dot(at, x)));
            for (int i = 0; i < x.length; i++) {
                slope[i] += x[i] * ((accepted[n] ? 1 : 0) - p);
                for (int j = 0; j < x.length; j++) {
                    curvature[i][j] += x[i] * x[j] * p * (1 - p);
                }
            }
        }
        return solve(slope, curvature, free);
    }

    /** What is not free stays: its row and column are those of the unit matrix. */
    private static Move solve(double[] slope, double[][] curvature, boolean[] free) {
        for (int i = 0; i < free.length; i++) {
            slope[i] = free[i] ? slope[i] : 0;
            for (int j = 0; j < free.length; j++) {
                if (!free[i] || !free[j]) {
                    curvature[i][j] = i == j ? 1 : 0;
                }
            }
        }
        var step = new CholeskyDecomposition(new Array2DRowRealMatrix(curvature, false))
                .getSolver()
                .solve(new ArrayRealVector(slope, false))
                .toArray();
        return new Move(step, dot(slope, step));
    }

    private static double dot(double[] one, double[] other) {
        var sum = 0.0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** @param gain twice what a whole step would win, were the loss a parabola */
    private record Move(double[] step, double gain) {}
}
