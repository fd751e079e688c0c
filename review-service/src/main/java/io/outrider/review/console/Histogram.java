package io.outrider.review.console;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Confidences by tenths, as shapes with places, which a template writes as SVG.
 *
 * @param words the same in words
 */
@TemplateData
record Histogram(List<Column> columns, String words) {

    private static final int STEP = 22;
    private static final int HEIGHT = 44;

    static Histogram of(List<Integer> tenths) {
        var most = tenths.stream().mapToInt(Integer::intValue).max().orElse(1);
        var columns = new ArrayList<Column>();
        for (int i = 0; i < tenths.size(); i++) {
            var height = tenths.get(i) == 0 ? 1 : Math.max(3, tenths.get(i) * HEIGHT / Math.max(1, most));
            columns.add(new Column(i * STEP, HEIGHT - height + 14, height, tenths.get(i), i * 10));
        }
        var words = IntStream.range(0, tenths.size())
                .filter(i -> tenths.get(i) > 0)
                .mapToObj(i -> tenths.get(i) + " at " + i * 10 + " to " + (i + 1) * 10 + " %")
                .collect(Collectors.joining(", "));
        return new Histogram(columns, words);
    }

    @TemplateData
    record Column(int x, int y, int height, int count, int from) {

        /** The middle of the column. */
        public int middle() {
            return x + STEP / 2 - 1;
        }

        /** Where the count stands: just above. */
        public int above() {
            return y - 3;
        }
    }
}
