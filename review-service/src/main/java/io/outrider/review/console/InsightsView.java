package io.outrider.review.console;

import io.quarkus.qute.TemplateData;
import java.util.List;

/** How the gate does. Every plot has its numbers in a table. */
@TemplateData
record InsightsView(
        Session who,
        List<Span> spans,
        int days,
        List<Figure> figures,
        Trend trend,
        Plot.Bars queue,
        List<Count> queueRows,
        Plot.Bars decisions,
        List<Count> decisionRows,
        List<Reliability> calibrations,
        Plot.Bars autonomy,
        List<Level> levels,
        List<Layer> layers,
        List<Reviewer> reviewers,
        List<Pair> pairs,
        List<Test> planted) {

    @TemplateData
    record Span(int days, boolean here) {}

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

    /** The three layers of one agent, each as its findings with their counts, and how much of it was in order. */
    @TemplateData
    record Layer(String agent, long items, Plot.Bars plot, String input, String output, String gate) {}

    /** A known-bad item that was decided. */
    @TemplateData
    record Test(
            String item,
            String action,
            String account,
            String by,
            String time,
            String decision,
            boolean caught,
            String fault,
            String right,
            String wrong) {}

    @TemplateData
    record Reviewer(
            String name,
            long decisions,
            String approved,
            String time,
            long blind,
            long overrides,
            String agreement,
            String secondLooks,
            String planted,
            String alarms) {}

    /** Two people who judged the same items without knowing of each other. */
    @TemplateData
    record Pair(String one, String other, String agreed, String rate, String kappa) {}
}
