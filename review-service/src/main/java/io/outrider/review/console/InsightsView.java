package io.outrider.review.console;

import io.quarkus.qute.TemplateData;
import java.util.List;

/** How the gate does. Every plot has its numbers in a table. */
@TemplateData
record InsightsView(
        Session who,
        List<Figure> figures,
        Plot.Bars queue,
        List<Count> queueRows,
        Plot.Bars decisions,
        List<Count> decisionRows,
        List<Reliability> calibrations,
        Plot.Bars autonomy,
        List<Level> levels,
        List<Layer> layers,
        List<Reviewer> reviewers) {

    @TemplateData
    record Figure(String name, String value, String note) {}

    @TemplateData
    record Count(String name, long count, String note) {}

    @TemplateData
    record Reliability(
            String name,
            String method,
            long labels,
            String ece,
            String rawEce,
            String drift,
            Plot.Curve curve,
            List<Bin> bins) {}

    @TemplateData
    record Bin(String range, long labels, String predicted, String accepted) {}

    @TemplateData
    record Level(
            String action,
            String segment,
            String level,
            String reviewed,
            long items,
            long unedited,
            String bound,
            long passed,
            String alarm) {}

    /** The three layers of one agent, each as its findings with their counts. */
    @TemplateData
    record Layer(String agent, long items, String input, String output, String gate) {}

    @TemplateData
    record Reviewer(
            String name,
            long decisions,
            String approved,
            String time,
            long blind,
            long overrides,
            String agreement,
            String planted,
            String alarms) {}
}
