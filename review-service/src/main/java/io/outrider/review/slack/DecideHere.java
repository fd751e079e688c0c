package io.outrider.review.slack;

import io.outrider.kit.id.Sha256;
import io.outrider.review.policy.Policies;
import io.outrider.review.queue.Ballot;
import io.outrider.review.queue.DecideItem;
import io.outrider.review.queue.DecideItem.Manner;
import io.outrider.review.queue.DecisionType;
import io.outrider.review.queue.Item;
import io.outrider.review.queue.ReadItems;
import io.outrider.review.queue.RejectReason;
import io.outrider.review.queue.UndoDecision;
import io.outrider.review.queue.UndoDecision.Wish;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Use case: decides, and takes back, for who pressed a button, and says what the message becomes. As in the console a decision is
 * held as long as the policy says.
 */
@ApplicationScoped
class DecideHere {

    private final Policies policies;
    private final DecideItem decideItem;
    private final UndoDecision undoDecision;
    private final HeldMessages holds;
    private final ReadItems items;
    private final ItemMessages messages;
    private final SlackDoor door;

    DecideHere(
            Policies policies,
            DecideItem decideItem,
            UndoDecision undoDecision,
            HeldMessages holds,
            ReadItems items,
            ItemMessages messages,
            SlackDoor door) {
        this.policies = policies;
        this.decideItem = decideItem;
        this.undoDecision = undoDecision;
        this.holds = holds;
        this.items = items;
        this.messages = messages;
        this.door = door;
    }

    Uni<Map<String, Object>> accept(Presser presser, Bound bound) {
        return decide(presser, bound, DecisionType.ACCEPT, null);
    }

    Uni<Map<String, Object>> reject(Presser presser, Bound bound, RejectReason reason) {
        return decide(presser, bound, DecisionType.REJECT, reason);
    }

    /** Only whoever decided can, and only while it is held. */
    Uni<Map<String, Object>> undo(Presser presser, Bound bound, DecisionType type) {
        var wish = new Wish(
                presser.workspace(),
                presser.requestId(),
                Sha256.hex("undo\n" + bound.itemId()),
                bound.itemId(),
                presser.subject());
        return undoDecision
                .run(wish)
                .chain(() -> holds.drop(presser.workspace(), bound.itemId(), presser.answerTo()))
                .chain(() -> items.one(presser.workspace(), bound.itemId()))
                .map(whole -> messages.again(
                        type,
                        whole,
                        "Taken back by <@" + Blocks.escape(presser.slackUser()) + ">: the item is open again."));
    }

    private Uni<Map<String, Object>> decide(
            Presser presser, Bound bound, DecisionType type, @Nullable RejectReason reason) {
        var ballot = new Ballot(
                bound.itemId(), bound.version(), bound.sha256(), type, null, reason, "", false, presser.subject());
        return policies.newest(presser.workspace())
                .chain(policy -> decideItem.run(
                        presser.workspace(),
                        presser.requestId(),
                        Sha256.hex(ballot.toString()),
                        ballot,
                        Manner.held(policy.decisionHold())))
                .chain(item -> answer(presser, bound, item, type));
    }

    private Uni<Map<String, Object>> answer(Presser presser, Bound bound, Item item, DecisionType type) {
        var hold = item.extras().hold();
        if (hold == null) {
            var done = held(presser, item, type, item.decisions().getLast().time());
            return items.one(item.workspace(), item.id()).map(whole -> messages.after(done, whole));
        }
        var held = held(presser, item, type, hold.decided());
        return keep(held).replaceWith(() -> SlackMessage.held(bound, held, hold.release()));
    }

    /** A message that cannot be changed later is not worth remembering. */
    private Uni<Void> keep(HeldHere held) {
        return door.isSlack(held.answerTo())
                ? holds.add(held)
                : Uni.createFrom().voidItem();
    }

    private static HeldHere held(Presser presser, Item item, DecisionType type, Instant decided) {
        return new HeldHere(
                item.workspace(),
                item.id(),
                item.version(),
                presser.subject(),
                type,
                presser.slackUser(),
                presser.answerTo(),
                decided);
    }
}
