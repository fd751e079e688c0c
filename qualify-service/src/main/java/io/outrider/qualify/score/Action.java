package io.outrider.qualify.score;

/** What the verdict recommends. */
public enum Action {
    ROUTE_TO_SALES,
    NURTURE,
    DISQUALIFY,
    RESEARCH_MORE
}
