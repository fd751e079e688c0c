package io.outrider.cli.client;

import io.outrider.review.v1.ClaimReviewItemRequest;
import io.outrider.review.v1.DecideReviewItemRequest;
import io.outrider.review.v1.DecideReviewItemResponse;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.GetReviewItemRequest;
import io.outrider.review.v1.ListReviewItemsRequest;
import io.outrider.review.v1.RejectReason;
import io.outrider.review.v1.ReviewItem;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The queue as a reviewer works through it. */
public final class ReviewQueue {

    private static final String ROLE = "reviewer";

    private final Session session;

    public ReviewQueue(Session session) {
        this.session = session;
    }

    /** Every item that the filter lets through, without payload and evidence. */
    public List<ReviewItem> list(ListReviewItemsRequest filter) {
        var stub = session.reviews(ROLE);
        var items = new ArrayList<ReviewItem>();
        var token = "";
        do {
            var page =
                    stub.listReviewItems(filter.toBuilder().setPageToken(token).build());
            items.addAll(page.getItemsList());
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return items;
    }

    /** One item with payload and evidence. */
    public ReviewItem get(String itemId) {
        return session.reviews(ROLE)
                .getReviewItem(
                        GetReviewItemRequest.newBuilder().setItemId(itemId).build())
                .getItem();
    }

    /** Accepts what is there now: the version and the payload that were just read. */
    public DecideReviewItemResponse accept(ReviewItem item, String note) {
        return decide(
                item,
                DecideReviewItemRequest.newBuilder()
                        .setType(DecisionType.DECISION_TYPE_ACCEPT)
                        .setComment(note));
    }

    public DecideReviewItemResponse reject(ReviewItem item, RejectReason reason, String note) {
        return decide(
                item,
                DecideReviewItemRequest.newBuilder()
                        .setType(DecisionType.DECISION_TYPE_REJECT)
                        .setReason(reason)
                        .setComment(note));
    }

    private DecideReviewItemResponse decide(ReviewItem item, DecideReviewItemRequest.Builder decision) {
        var stub = session.reviews(ROLE);
        stub.claimReviewItem(
                ClaimReviewItemRequest.newBuilder().setItemId(item.getId()).build());
        return stub.decideReviewItem(decision.setRequestId("cli-" + UUID.randomUUID())
                .setItemId(item.getId())
                .setVersion(item.getVersion())
                .setPayloadSha256(item.getPayloadSha256())
                .build());
    }
}
