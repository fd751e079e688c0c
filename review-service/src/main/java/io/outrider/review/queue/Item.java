package io.outrider.review.queue;

import io.outrider.review.policy.Wording;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One proposal on its way through the gate.
 *
 * @param state never CLAIMED: see {@link #stateAt}
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
        List<Decision> decisions) {

    public Item {
        decisions = List.copyOf(decisions);
    }

    /** What a reader sees: an open item that somebody holds is CLAIMED. */
    public ItemState stateAt(Instant now) {
        return state.open() && claim != null && claim.holds(now) ? ItemState.CLAIMED : state;
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
                decisions);
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
                decisions);
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
                decisions);
    }

    /** Who approved the version that stands, in order. */
    List<String> approvers() {
        return decisions.stream()
                .filter(decision -> decision.type().approves() && decision.version() == version)
                .map(Decision::by)
                .toList();
    }
}
