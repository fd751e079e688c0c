package io.outrider.review.wire;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.InvalidField;
import io.outrider.kit.id.BodyHash;
import io.outrider.kit.time.Timestamps;
import io.outrider.review.batch.DecideBatch;
import io.outrider.review.batch.OpenBatch;
import io.outrider.review.batch.ReviewBatch;
import io.outrider.review.batch.Sheet;
import io.outrider.review.queue.Lane;
import io.outrider.review.v1.BatchFilter;
import io.outrider.review.v1.BatchGroup;
import io.outrider.review.v1.BatchItem;
import io.outrider.review.v1.BatchResult;
import io.outrider.review.v1.DecideBatchRequest;
import io.outrider.review.v1.DecideBatchResponse;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.OpenBatchRequest;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/** Batches, between the wire and the domain. */
public final class BatchWire {

    private BatchWire() {}

    public static OpenBatch.Wish toDomain(String workspace, String by, OpenBatchRequest request) {
        PlainText.check(request);
        return new OpenBatch.Wish(
                workspace,
                request.getRequestId(),
                BodyHash.hex(request, by),
                filter(request.getFilter()),
                request.getMaxItems(),
                request.getSampleRate(),
                by);
    }

    private static io.outrider.review.batch.BatchFilter filter(BatchFilter filter) {
        var lane = switch (filter.getLane()) {
            case LANE_UNSPECIFIED, UNRECOGNIZED -> null;
            case LANE_BATCH, LANE_SPOT_CHECK -> Enums.toDomain(Lane.class, "LANE_", filter.getLane(), "filter.lane");
            case LANE_MANDATORY, LANE_PARTIAL, LANE_UNKNOWN_OUTCOME ->
                throw new InvalidField("filter.lane", "must be BATCH or SPOT_CHECK: the others are decided one by one");
        };
        return new io.outrider.review.batch.BatchFilter(
                filter.getActionType(), filter.getPlaybookId(), filter.getSegmentId(), lane, List.of());
    }

    /** @throws io.outrider.kit.error.InvalidField where it is not ACCEPT */
    public static DecideBatch.Wish toDomain(String workspace, String by, DecideBatchRequest request) {
        PlainText.check(request);
        Check.notBlank(request.getBatchId(), "batch_id");
        Check.that(request.getType() == DecisionType.DECISION_TYPE_ACCEPT, "type", "must be ACCEPT");
        return new DecideBatch.Wish(
                workspace,
                request.getRequestId(),
                BodyHash.hex(request, by),
                request.getBatchId(),
                new HashSet<>(request.getExcludedItemIdsList()),
                ReviewRequests.toDuration(request.getHold(), "hold"),
                request.getComment(),
                by);
    }

    public static io.outrider.review.v1.ReviewBatch toWire(ReviewBatch batch) {
        return io.outrider.review.v1.ReviewBatch.newBuilder()
                .setId(batch.id())
                .setOpenedBy(batch.openedBy())
                .setCreateTime(Timestamps.toWire(batch.created()))
                .setExpireTime(Timestamps.toWire(batch.expires()))
                .setDecided(batch.decided())
                .addAllGroups(
                        batch.sheet().groups().stream().map(BatchWire::group).toList())
                .addAllSampleItemIds(batch.sheet().samples())
                .addAllOpenedItemIds(batch.opened())
                .putAllLeftOut(batch.sheet().leftOut())
                .build();
    }

    private static BatchGroup group(Sheet.Group group) {
        return BatchGroup.newBuilder()
                .setActionType(group.actionType())
                .setPlaybookId(group.playbookId())
                .setSegmentId(group.segmentId())
                .addAllItems(group.items().stream().map(BatchWire::item).toList())
                .addAllConfidenceHistogram(group.histogram())
                .build();
    }

    private static BatchItem item(Sheet.Entry entry) {
        return BatchItem.newBuilder()
                .setItemId(entry.itemId())
                .setVersion(entry.version())
                .setPayloadSha256(entry.payloadSha256())
                .setDomain(entry.domain())
                .setDescription(entry.description())
                .setConfidence(entry.confidence())
                .setOutlier(entry.outlier())
                .build();
    }

    public static DecideBatchResponse toWire(List<DecideBatch.Result> results, Instant now) {
        return DecideBatchResponse.newBuilder()
                .addAllResults(results.stream()
                        .map(result -> BatchResult.newBuilder()
                                .setItemId(result.item().id())
                                .setState(Enums.toWire(
                                        ItemState.class,
                                        "ITEM_STATE_",
                                        result.item().stateAt(now)))
                                .setError(result.error())
                                .build())
                        .toList())
                .build();
    }
}
