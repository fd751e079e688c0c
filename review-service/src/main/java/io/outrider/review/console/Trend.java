package io.outrider.review.console;

import io.outrider.review.quality.GateFigures.Day;
import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Shares of decisions over days, as lines that a template writes as SVG, with their numbers in rows. */
@TemplateData
record Trend(List<Line> lines, List<Tick> ticks, List<Row> rows) {

    private static final double LEFT = 48;
    private static final double WIDTH = 570;
    private static final double TOP = 34;
    private static final double HEIGHT = 170;
    private static final int TICKS = 3;

    /** @param first,last days of the time that is shown */
    static Trend of(List<Day> days, LocalDate first, LocalDate last) {
        return new Trend(
                List.of(
                        line(
                                "Approved",
                                "line",
                                0,
                                days,
                                first,
                                last,
                                day -> (double) day.approvals() / day.decisions()),
                        line("Edited", "line line-b", 1, days, first, last, day -> ofApprovals(day.edits(), day)),
                        line(
                                "Lint overridden",
                                "line line-c",
                                2,
                                days,
                                first,
                                last,
                                day -> ofApprovals(day.overrides(), day))),
                IntStream.rangeClosed(0, TICKS)
                        .mapToObj(i -> first.plusDays(ChronoUnit.DAYS.between(first, last) * i / TICKS))
                        .distinct()
                        .map(day -> new Tick(
                                day.toString(),
                                number(x(day, first, last)),
                                day.equals(last) ? "end" : day.equals(first) ? "start" : "middle"))
                        .toList(),
                days.reversed().stream().map(Trend::row).toList());
    }

    private static Line line(
            String name,
            String style,
            int place,
            List<Day> days,
            LocalDate first,
            LocalDate last,
            ToDoubleFunction<Day> share) {
        var dots = days.stream()
                .map(day -> new Plot.Dot(
                        number(x(LocalDate.parse(day.day()), first, last)),
                        number(TOP + (1 - share.applyAsDouble(day)) * HEIGHT)))
                .toList();
        var points = dots.stream().map(dot -> dot.x() + "," + dot.y()).collect(Collectors.joining(" "));
        var from = LEFT + place * 150;
        return new Line(name, style, points, dots, number(from), number(from + 28), number(from + 34));
    }

    private static double x(LocalDate day, LocalDate first, LocalDate last) {
        var all = Math.max(1, ChronoUnit.DAYS.between(first, last));
        return LEFT + WIDTH * Math.clamp((double) ChronoUnit.DAYS.between(first, day) / all, 0, 1);
    }

    private static double ofApprovals(long part, Day day) {
        return day.approvals() == 0 ? 0 : (double) part / day.approvals();
    }

    private static Row row(Day day) {
        return new Row(
                day.day(),
                day.decisions(),
                percent((double) day.approvals() / day.decisions()),
                percent(ofApprovals(day.edits(), day)),
                percent(ofApprovals(day.overrides(), day)));
    }

    private static String percent(double share) {
        return Texts.percent(share) + " %";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** @param keyX,keyEnd,nameX where its sample and its name stand above the plot */
    @TemplateData
    record Line(
            String name, String style, String points, List<Plot.Dot> dots, String keyX, String keyEnd, String nameX) {}

    @TemplateData
    record Tick(String label, String x, String anchor) {}

    @TemplateData
    record Row(String day, long decisions, String approved, String edited, String overridden) {}
}
