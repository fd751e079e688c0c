package io.outrider.review.batch;

import io.outrider.review.queue.Lane;
import org.jspecify.annotations.Nullable;

/**
 * Which open items. Empty strings do not restrict.
 *
 * @param lane null for BATCH and SPOT_CHECK
 */
public record BatchFilter(
        String actionType,
        String playbookId,
        String segmentId,
        @Nullable Lane lane) {}
