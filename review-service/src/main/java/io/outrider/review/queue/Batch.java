package io.outrider.review.queue;

import java.util.List;

/**
 * The proposals of one request, all of one run.
 *
 * @param bodySha256 of the request, so that a request id is not used for two
 */
public record Batch(String workspace, String requestId, String bodySha256, String runId, List<Candidate> candidates) {

    public Batch {
        candidates = List.copyOf(candidates);
    }

    List<String> keys() {
        return candidates.stream().map(candidate -> candidate.origin().key()).toList();
    }
}
