package io.outrider.orchestrator.run;

import io.outrider.orchestrator.run.state.ActionState;

/**
 * One action of a run.
 *
 * @param key stable within the run
 * @param ordinal its place in the order in which actions are done
 * @param payload the exact bytes that were proposed, or that a reviewer put in their place
 * @param reason why it stands where it stands, in one sentence
 */
public record ActionRow(
        String key,
        int ordinal,
        String actionType,
        ActionState state,
        byte[] payload,
        String payloadSha256,
        String itemId,
        GrantRef grant,
        String reason) {

    /** @param jws the compact JWS; only its verified content counts */
    public record GrantRef(String id, String jws) {

        public static final GrantRef NONE = new GrantRef("", "");
    }

    public ActionRow in(ActionState next, String why) {
        return new ActionRow(key, ordinal, actionType, next, payload, payloadSha256, itemId, grant, why);
    }

    public ActionRow granted(GrantRef by, String why) {
        return new ActionRow(key, ordinal, actionType, ActionState.GRANTED, payload, payloadSha256, itemId, by, why);
    }

    public ActionRow carrying(byte[] newPayload, String newSha256) {
        return new ActionRow(key, ordinal, actionType, state, newPayload, newSha256, itemId, grant, reason);
    }
}
