package io.outrider.review.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.outrider.kit.time.Timestamps;
import io.outrider.review.feed.DecisionStream.Event;
import io.outrider.review.queue.Announcer;
import io.outrider.review.queue.Answer;
import io.outrider.review.queue.Item;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.RejectReason;
import io.outrider.review.v1.WatchDecisionsResponse;
import jakarta.enterprise.context.ApplicationScoped;

/** Decisions for those who watch. A stored announcement is the response without its cursor. */
@ApplicationScoped
public class Announcements implements Announcer {

    @Override
    public byte[] announce(Item item, Ending ending) {
        var builder = WatchDecisionsResponse.newBuilder()
                .setWorkspaceId(item.workspace())
                .setItemId(item.id())
                .setRunId(item.origin().runId())
                .setProposalKey(item.origin().key())
                .setState(Enums.toWire(ItemState.class, "ITEM_STATE_", item.state()))
                .setEditedPayload(ByteString.copyFrom(ending.editedPayload()))
                .setComment(ending.comment())
                .setDecidedBy(ending.by())
                .setDecideTime(Timestamps.toWire(ending.time()))
                .setVersion(item.version())
                .setWantsDraft(item.state() == io.outrider.review.queue.ItemState.RESPONDED);
        if (ending.reason() != null) {
            builder.setReason(Enums.toWire(RejectReason.class, "REJECT_REASON_", ending.reason()));
        }
        if (item.answer() instanceof Answer.Granted granted) {
            builder.setGrant(ReviewAnswers.grant(granted));
        }
        return builder.build().toByteArray();
    }

    public static WatchDecisionsResponse toWire(Event event) {
        try {
            return WatchDecisionsResponse.parseFrom(event.document()).toBuilder()
                    .setCursor(event.cursor().text())
                    .build();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A stored announcement cannot be read", e);
        }
    }
}
