package io.outrider.review.console;

import io.outrider.review.console.QueueView.Row;
import io.outrider.review.queue.ReadItems.Listing;
import io.outrider.review.v1.ReviewItem;
import io.outrider.review.wire.ReviewAnswers;
import java.time.Instant;

/** Makes the list's page of what the queue says. */
final class QueueViews {

    private QueueViews() {}

    static QueueView of(Session who, Listing listing, boolean decided, Instant now) {
        var rows = listing.page().rows().stream()
                .map(item -> row(ReviewAnswers.listed(item, now), now))
                .toList();
        return new QueueView(who, rows, listing.open(), listing.page().nextToken(), decided);
    }

    private static Row row(ReviewItem item, Instant now) {
        var proposal = item.getProposal();
        return new Row(
                item.getId(),
                Texts.lane(item.getGate()),
                Texts.words(item.getState().name(), "ITEM_STATE_"),
                Texts.age(item.getCreateTime(), now),
                Texts.percent(proposal.getConfidence().getValue()),
                proposal.getAccount().getName().isEmpty()
                        ? proposal.getAccount().getDomain()
                        : proposal.getAccount().getName(),
                proposal.getAccount().getDomain(),
                proposal.getActionType(),
                item.getReasonsCount() == 0 ? "" : item.getReasons(0).getDetail(),
                item.getAssignee());
    }
}
