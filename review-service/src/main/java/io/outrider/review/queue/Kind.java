package io.outrider.review.queue;

/** What autonomy is earned by. @param segmentId empty for proposals without one */
public record Kind(String actionType, String segmentId) {

    static Kind of(Item item) {
        return new Kind(item.origin().actionType(), item.extras().source().segmentId());
    }

    static Kind of(Candidate candidate) {
        return new Kind(
                candidate.origin().actionType(), candidate.proposed().source().segmentId());
    }
}
