package io.outrider.review.console;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * The list of items.
 *
 * @param open how many are open in all
 * @param next token of the next page; empty on the last one
 */
@TemplateData
record QueueView(Session who, List<Row> rows, long open, String next, boolean decided) {

    /** @param age in words, for example "3 h" */
    @TemplateData
    record Row(
            String id,
            String lane,
            String state,
            String age,
            int confidence,
            String account,
            String domain,
            String action,
            String why,
            String assignee) {}
}
