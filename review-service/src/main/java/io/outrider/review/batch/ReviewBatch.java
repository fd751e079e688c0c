package io.outrider.review.batch;

import java.time.Instant;
import java.util.List;

/** @param opened those of the samples that the opener has opened at the version of the batch */
public record ReviewBatch(
        String id,
        String requestBody,
        String openedBy,
        Instant created,
        Instant expires,
        boolean decided,
        Sheet sheet,
        List<String> opened) {}
