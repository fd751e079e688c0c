package io.outrider.qualify.fact;

/** How far the evidence carries a fact. The factor lowers the confidence of every answer that rests on it. */
public enum FactStatus {
    SUPPORTED(1.0),
    PARTIALLY(0.8),
    CONTRADICTED(0.5);

    private final double factor;

    FactStatus(double factor) {
        this.factor = factor;
    }

    /** 0 to 1. */
    public double factor() {
        return factor;
    }
}
