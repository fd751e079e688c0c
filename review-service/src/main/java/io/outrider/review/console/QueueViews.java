package io.outrider.review.console;

import io.outrider.kit.time.Timestamps;
import io.outrider.review.console.QueueView.Row;
import io.outrider.review.queue.Item;
import io.outrider.review.v1.Lane;
import io.outrider.review.v1.ReviewItem;
import io.outrider.review.wire.ReviewAnswers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Makes rows of the list of what the queue says. */
final class QueueViews {

    private QueueViews() {}

    static List<Row> rows(List<Item> items, Instant now) {
        return items.stream()
                .map(item -> row(ReviewAnswers.listed(item, now), now))
                .toList();
    }

    private static Row row(ReviewItem item, Instant now) {
        var proposal = item.getProposal();
        return new Row(
                item.getId(),
                Texts.lane(item.getLane(), item.getGate()),
                Texts.laneKey(item.getLane(), item.getGate()),
                Texts.words(item.getState().name(), "ITEM_STATE_"),
                Texts.age(item.getCreateTime(), now),
                due(item, now),
                Texts.percent(
                        item.hasCalibratedConfidence()
                                ? item.getCalibratedConfidence()
                                : proposal.getConfidence().getValue()),
                proposal.getAccount().getName().isEmpty()
                        ? proposal.getAccount().getDomain()
                        : proposal.getAccount().getName(),
                proposal.getAccount().getDomain(),
                proposal.getActionType(),
                item.getReasonsCount() == 0
                        ? ""
                        : Texts.detail(item.getReasons(0).getDetail()),
                item.getAssignee(),
                item.getLane() == Lane.LANE_BATCH || item.getLane() == Lane.LANE_SPOT_CHECK);
    }

    private static String due(ReviewItem item, Instant now) {
        var left = Duration.between(now, Timestamps.toInstant(item.getDueTime()));
        return left.isNegative() ? "over" : Texts.length(left);
    }
}
