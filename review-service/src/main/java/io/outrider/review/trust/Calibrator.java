package io.outrider.review.trust;

import java.util.List;
import java.util.stream.IntStream;

/** Corrects the confidence of agents by what people decided. */
public sealed interface Calibrator permits BetaCalibrator, IsotonicCalibrator {

    /** From so many labels on the data speak alone; below, a prior that believes the agent is mixed in. */
    int ENOUGH_FOR_ISOTONIC = 400;

    int PLACES = 100;

    /** @return 0 to 1, never falling as {@code raw} grows */
    double calibrate(double raw);

    /** "prior", "beta", "isotonic" or "unfit". */
    String method();

    /** Whether anybody may rely on it. */
    default boolean fits() {
        return !method().equals("unfit");
    }

    /** What {@link #of} makes it again from. */
    List<Double> parameters();

    /** @throws IllegalArgumentException where the parameters are not of the method */
    static Calibrator of(String method, List<Double> parameters) {
        return method.equals("isotonic") ? IsotonicCalibrator.of(parameters) : BetaCalibrator.of(method, parameters);
    }

    /** How far two are apart at most, over all confidences. */
    static double distance(Calibrator one, Calibrator other) {
        return IntStream.rangeClosed(0, PLACES)
                .mapToDouble(i -> (double) i / PLACES)
                .map(raw -> Math.abs(one.calibrate(raw) - other.calibrate(raw)))
                .max()
                .orElse(0);
    }

    static Calibrator fit(List<Label> labels) {
        return labels.size() < ENOUGH_FOR_ISOTONIC ? BetaCalibrator.fit(labels) : IsotonicCalibrator.fit(labels);
    }
}
