package io.outrider.review.console;

import io.quarkus.qute.TemplateData;
import java.util.List;

/** What kinds of actions may do alone, how they earned it, and what a person is asked to decide. */
@TemplateData
record AutonomyView(Session who, List<Promotion> promotions, List<Kind> kinds) {

    /** A level that the figures would carry. */
    @TemplateData
    record Promotion(
            String id,
            String requestId,
            String action,
            String segment,
            String from,
            String to,
            String reviewed,
            long items,
            long unedited,
            String bound,
            String needed,
            String confidence,
            List<Evidence> evidence) {}

    @TemplateData
    record Evidence(String id, String account, String state, boolean good) {}

    /**
     * One action type in one segment.
     *
     * @param reviewed share of what the matrix lets pass that people see
     * @param gauge the bound and what it must reach, as a plot
     * @param since when the level was set, by whom and why
     */
    @TemplateData
    record Kind(
            String action,
            String segment,
            String level,
            String reviewed,
            long items,
            long unedited,
            String bound,
            String needed,
            Gauge gauge,
            long passed,
            long wrong,
            String since,
            String alarm) {}

    /** Places in a box of 100 by 12. */
    @TemplateData
    record Gauge(int bound, int needed) {}
}
