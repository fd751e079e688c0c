package io.outrider.orchestrator.run;

import io.outrider.orchestrator.run.state.ActionState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One action of a run.
 *
 * @param key stable within the run
 * @param ordinal its place in the order in which actions are done
 * @param payload the exact bytes that were proposed, or that a reviewer put in their place
 * @param version the review item's, that the payload is of
 * @param freshUntil after this the facts it rests on must be read again; null where it rests on none
 * @param segment to whom its messages go; empty where it sends none
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
        int version,
        @Nullable Instant freshUntil,
        String segment,
        String reason) {

    /** @param jws the compact JWS; only its verified content counts */
    public record GrantRef(String id, String jws) {

        public static final GrantRef NONE = new GrantRef("", "");
    }

    public ActionRow in(ActionState next, String why) {
        return with(next, payload, payloadSha256, grant, why);
    }

    public ActionRow granted(GrantRef by, String why) {
        return with(ActionState.GRANTED, payload, payloadSha256, by, why);
    }

    public ActionRow carrying(byte[] newPayload, String newSha256) {
        return with(state, newPayload, newSha256, grant, reason);
    }

    /** Drafted again, as the item's next version. */
    public ActionRow revised(
            ActionState next, byte[] draft, String sha256, int to, @Nullable Instant fresh, String why) {
        return new ActionRow(
                key, ordinal, actionType, next, draft, sha256, itemId, GrantRef.NONE, to, fresh, segment, why);
    }

    private ActionRow with(ActionState next, byte[] bytes, String sha256, GrantRef by, String why) {
        return new ActionRow(
                key, ordinal, actionType, next, bytes, sha256, itemId, by, version, freshUntil, segment, why);
    }
}
