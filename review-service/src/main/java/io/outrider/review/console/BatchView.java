package io.outrider.review.console;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * Open items of a kind, to be accepted together.
 *
 * @param expires until when it can be decided
 * @param leftOut what was chosen and is not in it, in words
 */
@TemplateData
record BatchView(
        Session who,
        String requestId,
        String id,
        List<HeldRow> held,
        String expires,
        int items,
        List<Group> groups,
        List<String> leftOut) {

    /**
     * One action type of one playbook in one segment.
     *
     * @param open how many can still be accepted here
     * @param unread how many of the sample were not opened yet
     * @param histogram of the confidences
     */
    @TemplateData
    record Group(
            int number,
            String action,
            String playbook,
            String segment,
            int mean,
            int open,
            int sample,
            int unread,
            Histogram histogram,
            List<Row> rows) {

        public boolean ready() {
            return unread == 0 && open > 0;
        }
    }

    /**
     * @param outlier how far from the rest, in words; empty where it is among them
     * @param sample whether it must be opened
     * @param opened whether the reader has opened it
     * @param state empty while it can be accepted here
     */
    @TemplateData
    record Row(
            String id,
            String account,
            String domain,
            String description,
            int confidence,
            String outlier,
            boolean sample,
            boolean opened,
            String state) {

        public boolean open() {
            return state.isEmpty();
        }
    }
}
