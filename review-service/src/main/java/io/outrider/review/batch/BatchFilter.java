package io.outrider.review.batch;

import io.outrider.review.queue.Lane;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which open items. Empty strings do not restrict.
 *
 * @param lane null for BATCH and SPOT_CHECK
 * @param itemIds empty for any
 */
public record BatchFilter(
        String actionType,
        String playbookId,
        String segmentId,
        @Nullable Lane lane,
        List<String> itemIds) {

    public BatchFilter {
        itemIds = List.copyOf(itemIds);
    }

    /** Those that somebody chose, of the lanes in which a batch may be accepted. */
    public static BatchFilter chosen(List<String> itemIds) {
        return new BatchFilter("", "", "", null, itemIds);
    }
}
