package io.outrider.review.queue;

import io.outrider.review.policy.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One proposal on its way through the gate.
 *
 * @param state never CLAIMED: see {@link #stateAt}
 * @param answer never a grant where the item was planted
 * @param summary the proposal without payload and evidence, in a form that only the wire reads
 */
public record Item(
        String workspace,
        String id,
        int version,
        ItemState state,
        Origin origin,
        String payloadSha256,
        Gating gating,
        Wording wording,
        @Nullable Claim claim,
        Answer answer,
        Instant created,
        byte[] summary,
        List<Decision> decisions,
        Extras extras) {

    public Item {
        if (extras.planted() && answer instanceof Answer.Granted) {
            throw new IllegalStateException("A planted item is never granted: " + id);
        }
        decisions = List.copyOf(decisions);
    }

    /** Of which nothing more is known. */
    public Item(
            String workspace,
            String id,
            int version,
            ItemState state,
            Origin origin,
            String payloadSha256,
            Gating gating,
            Wording wording,
            @Nullable Claim claim,
            Answer answer,
            Instant created,
            byte[] summary,
            List<Decision> decisions) {
        this(
                workspace,
                id,
                version,
                state,
                origin,
                payloadSha256,
                gating,
                wording,
                claim,
                answer,
                created,
                summary,
                decisions,
                Extras.NONE);
    }

    /** What a reader sees: an open item that somebody holds is CLAIMED. */
    public ItemState stateAt(Instant now) {
        return state.open() && claim != null && claim.holds(now) ? ItemState.CLAIMED : state;
    }

    public Lane lane() {
        return Lane.of(this);
    }

    public boolean openAt(Instant now) {
        return state.open() && now.isBefore(gating.due());
    }

    Item with(Answer other) {
        return new Item(
                workspace,
                id,
                version,
                state,
                origin,
                payloadSha256,
                gating,
                wording,
                claim,
                other,
                created,
                summary,
                decisions,
                extras);
    }

    Item with(ItemState next, Gating other) {
        return new Item(
                workspace,
                id,
                version,
                next,
                origin,
                payloadSha256,
                other,
                wording,
                null,
                answer,
                created,
                summary,
                decisions,
                extras.with((Hold) null));
    }

    Item with(Claim other) {
        return new Item(
                workspace,
                id,
                version,
                state,
                origin,
                payloadSha256,
                gating,
                wording,
                other,
                answer,
                created,
                summary,
                decisions,
                extras);
    }

    Item with(Extras other) {
        return new Item(
                workspace,
                id,
                version,
                state,
                origin,
                payloadSha256,
                gating,
                wording,
                claim,
                answer,
                created,
                summary,
                decisions,
                other);
    }

    /** With more approvals to come, where it has to have more. */
    Item needing(int approvals) {
        var same = with(state, gating.needing(approvals));
        return claim == null ? same : same.with(claim);
    }

    Item held(Hold hold) {
        return with(ItemState.HELD, gating).with(extras.with(hold));
    }

    /** As it was before the decision that is held. */
    Item reopened(Hold hold) {
        return with(hold.from(), gating);
    }

    /** The last decision, with how long it took and the batch that it was made with. */
    Item noted(long millis, String batchId) {
        var noted = new ArrayList<>(decisions);
        noted.set(noted.size() - 1, noted.getLast().noted(millis, batchId));
        return new Item(
                workspace,
                id,
                version,
                state,
                origin,
                payloadSha256,
                gating,
                wording,
                claim,
                answer,
                created,
                summary,
                noted,
                extras);
    }

    /** Who approved the version that stands, in order. */
    List<String> approvers() {
        return decisions.stream()
                .filter(decision -> decision.type().approves() && decision.version() == version)
                .map(Decision::by)
                .toList();
    }
}
