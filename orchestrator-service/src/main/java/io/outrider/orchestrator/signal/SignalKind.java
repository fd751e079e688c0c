package io.outrider.orchestrator.signal;

/** What happened, and for how long it says something. Named as on the wire. */
public enum SignalKind {
    FUNDING(90),
    HIRING(30),
    LEADERSHIP_CHANGE(60),
    TECH_CHANGE(45),
    EXPANSION(90),
    NEWS(7),
    PRODUCT_USAGE(7),
    WEB_VISIT(3),
    COMMUNITY(14),
    EVENT(14),
    COMPETITOR_RESEARCH(10),
    FILING(30);

    private final double halfLifeDays;

    SignalKind(double halfLifeDays) {
        this.halfLifeDays = halfLifeDays;
    }

    /** After so many days half of the strength is left, where the signal does not say otherwise. */
    public double halfLifeDays() {
        return halfLifeDays;
    }
}
