package io.outrider.review.console;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Plots as shapes with places, which a template writes as SVG: no script, no style of its own, numbers in a table beside it. */
final class Plot {

    private static final double WIDTH = 320;
    private static final double LEFT = 130;
    private static final double ROW = 26;
    private static final double SIDE = 240;
    private static final double MARGIN = 36;

    private Plot() {}

    /**
     * One bar above the other, the longest as wide as there is room.
     *
     * @param values at least 0
     */
    static Bars bars(List<String> labels, List<Double> values, List<String> shown) {
        return bars(
                labels,
                values,
                shown,
                values.stream().mapToDouble(Double::doubleValue).max().orElse(0));
    }

    /** Bars of which the longest possible is the whole. */
    static Bars shares(List<String> labels, List<Double> values) {
        return bars(
                labels,
                values,
                values.stream().map(value -> Texts.percent(value) + " %").toList(),
                1);
    }

    private static Bars bars(List<String> labels, List<Double> values, List<String> shown, double most) {
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < labels.size(); i++) {
            var width = most == 0 ? 0 : values.get(i) / most * (WIDTH - 60);
            bars.add(new Bar(
                    labels.get(i),
                    shown.get(i),
                    number(LEFT),
                    number(i * ROW + 4),
                    number(Math.max(width, values.get(i) > 0 ? 2 : 0)),
                    number(i * ROW + 18),
                    number(LEFT + width + 6)));
        }
        return new Bars(bars, number(LEFT + WIDTH), number(Math.max(1, labels.size()) * ROW + 4));
    }

    /** Points in the unit square, with the line on which prediction and truth agree. */
    static Curve curve(List<double[]> points) {
        var dots = points.stream()
                .map(point -> new Dot(number(x(point[0])), number(y(point[1]))))
                .toList();
        var line = dots.stream().map(dot -> dot.x() + "," + dot.y()).collect(Collectors.joining(" "));
        return new Curve(dots, line);
    }

    private static double x(double share) {
        return MARGIN + share * SIDE;
    }

    private static double y(double share) {
        return MARGIN / 2 + (1 - share) * SIDE;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    @TemplateData
    record Bars(List<Bar> bars, String width, String height) {}

    /** @param shown the value in words */
    @TemplateData
    record Bar(String label, String shown, String x, String y, String width, String textY, String endX) {}

    @TemplateData
    record Curve(List<Dot> dots, String line) {}

    @TemplateData
    record Dot(String x, String y) {}
}
