package io.outrider.review.trust;

import java.util.List;

/** Corrects the confidence of agents by what people decided. */
public sealed interface Calibrator permits BetaCalibrator, IsotonicCalibrator {

    /** From so many labels on the data speak alone; below, a prior that believes the agent is mixed in. */
    int ENOUGH_FOR_ISOTONIC = 400;

    /** @return 0 to 1, never falling as {@code raw} grows */
    double calibrate(double raw);

    /** "prior", "beta", "isotonic" or "unfit". */
    String method();

    /** Whether anybody may rely on it. */
    default boolean fits() {
        return !method().equals("unfit");
    }

    static Calibrator fit(List<Label> labels) {
        return labels.size() < ENOUGH_FOR_ISOTONIC ? BetaCalibrator.fit(labels) : IsotonicCalibrator.fit(labels);
    }
}
