package io.outrider.review.trust;

import java.util.List;

/**
 * How the newest labels compare with what the ones before them promised: fitted without them, or they would hide themselves.
 *
 * @param value in standard errors; below zero where fewer were accepted than predicted
 */
public record Drift(double value) {

    public static final Drift NONE = new Drift(0);

    static final int NEWEST = 50;

    private static final int LEAST_BEFORE = 50;
    private static final double ALARM = 3;

    /** @param labels newest first; too few tell nothing */
    public static Drift of(List<Label> labels) {
        if (labels.size() < NEWEST + LEAST_BEFORE) {
            return NONE;
        }
        var before = Calibrator.fit(labels.subList(NEWEST, labels.size()));
        return new Drift(Reliability.drift(labels.subList(0, NEWEST), before::calibrate));
    }

    public boolean alarm() {
        return Math.abs(value) > ALARM;
    }
}
