package io.outrider.review.console;

import io.outrider.review.queue.QueueFilter;
import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * The list of items.
 *
 * @param open how many are open in all
 * @param query the filter as a URL carries it
 * @param newest the number of the newest change, from which live updates go on
 * @param next token of the next page; empty on the last one
 */
@TemplateData
record QueueView(
        Session who,
        String requestId,
        List<LaneBoard.LaneRow> lanes,
        QueueFilter filter,
        String query,
        List<SavedViews.View> views,
        List<HeldRow> held,
        List<Row> rows,
        long open,
        String next,
        long newest,
        boolean decided) {

    /** For links behind which more follows. */
    public String with() {
        return query.isEmpty() ? "" : query + "&";
    }

    /** @param age in words, for example "3 h" */
    @TemplateData
    record Row(
            String id,
            String lane,
            String laneKey,
            String state,
            String age,
            String due,
            int confidence,
            String account,
            String domain,
            String action,
            String why,
            String assignee,
            boolean batchable) {}
}
