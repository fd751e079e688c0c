package io.outrider.review.batch;

/** An open item that fits a batch's filter. */
record Candidate(
        String itemId,
        int version,
        String payloadSha256,
        String actionType,
        String playbookId,
        String segmentId,
        String domain,
        String description,
        double confidence,
        String author,
        boolean mandatory,
        int requiredApprovals,
        boolean clean,
        boolean claimedByOther) {}
