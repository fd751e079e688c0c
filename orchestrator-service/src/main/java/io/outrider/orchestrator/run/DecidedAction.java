package io.outrider.orchestrator.run;

import org.jspecify.annotations.Nullable;

/**
 * An action, what a reviewer decided about it since, and what the ledger says of it.
 *
 * @param decision null where nobody has decided
 * @param claim null where the ledger has no effect for its grant
 */
public record DecidedAction(
        ActionRow action,
        @Nullable Decided decision,
        @Nullable Claim claim) {

    /**
     * @param state as the review service names it, for example "ACCEPTED"
     * @param editedPayload empty unless the reviewer edited it
     * @param version of the item, that the decision is about
     * @param wantsDraft the reason says what to change
     */
    public record Decided(
            String state,
            ActionRow.GrantRef grant,
            byte[] editedPayload,
            String reason,
            String by,
            int version,
            boolean wantsDraft) {}

    /** @param state CLAIMED, or a {@link Settlement.State} */
    public record Claim(String effectId, int attempt, String state, String externalId, String reason) {}
}
