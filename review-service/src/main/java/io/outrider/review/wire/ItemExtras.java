package io.outrider.review.wire;

import io.outrider.kit.time.Timestamps;
import io.outrider.review.queue.CountQueue.Counts;
import io.outrider.review.queue.Decision;
import io.outrider.review.queue.Hold;
import io.outrider.review.queue.Item;
import io.outrider.review.queue.ItemState;
import io.outrider.review.v1.EffectOutcome;
import io.outrider.review.v1.GetQueueCountsResponse;
import io.outrider.review.v1.Lane;
import io.outrider.review.v1.LaneCount;
import io.outrider.review.v1.ReviewItem;

/** What is known of an item beside its gating, on the wire. */
public final class ItemExtras {

    private ItemExtras() {}

    static void add(Item item, ReviewItem.Builder builder) {
        var extras = item.extras();
        builder.setLane(Enums.toWire(Lane.class, "LANE_", item.lane()))
                .setCalibrationVersion(extras.calibrationVersion())
                .setOutcomeDetail(extras.outcomeDetail())
                .setSampled(extras.sampled())
                .setPlanted(extras.planted() && told(item.state()));
        if (extras.outcome() != null) {
            builder.setOutcome(Enums.toWire(EffectOutcome.class, "EFFECT_OUTCOME_", extras.outcome()));
        }
        if (extras.calibrated() != null) {
            builder.setCalibratedConfidence(extras.calibrated());
        }
        if (extras.hold() != null) {
            builder.setReleaseTime(Timestamps.toWire(extras.hold().release()))
                    .setHeldDecision(ReviewAnswers.decision(decision(extras.hold())));
        }
    }

    /** While a decision can be taken back it must not be given away that the item is bad. */
    private static boolean told(ItemState state) {
        return !state.open() && state != ItemState.HELD;
    }

    private static Decision decision(Hold hold) {
        var ballot = hold.ballot();
        return new Decision(
                ballot.by(),
                hold.decided(),
                ballot.type(),
                ballot.version(),
                ballot.payloadSha256(),
                ballot.reason(),
                ballot.comment(),
                ballot.overrideLint(),
                0,
                hold.batchId());
    }

    public static GetQueueCountsResponse counts(Counts counts) {
        var response = GetQueueCountsResponse.newBuilder().setHeld(counts.held());
        counts.lanes().forEach((lane, count) -> {
            var builder = LaneCount.newBuilder()
                    .setLane(Enums.toWire(Lane.class, "LANE_", lane))
                    .setOpen(count.open());
            if (count.oldest() != null) {
                builder.setOldestTime(Timestamps.toWire(count.oldest()));
            }
            if (count.due() != null) {
                builder.setNextDueTime(Timestamps.toWire(count.due()));
            }
            response.addLanes(builder);
        });
        return response.build();
    }
}
