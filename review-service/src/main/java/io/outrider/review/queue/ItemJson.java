package io.outrider.review.queue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A new item as JSON, its fields named like its columns. */
final class ItemJson {

    private ItemJson() {}

    static JsonObject of(ItemRow row) {
        return origin(row)
                .mergeIn(gating(row))
                .mergeIn(extras(row.extras))
                .put("refusal_code", row.refusalCode)
                .put("refusal_message", row.refusalMessage)
                .put("grant_id", row.grantId)
                .put("grant_jws", row.grantJws)
                .put("grant_expire_time", text(row.grantExpires));
    }

    private static JsonObject origin(ItemRow row) {
        return new JsonObject()
                .put("id", row.key.id())
                .put("state", row.state.name())
                .put("run_id", row.runId)
                .put("proposal_key", row.proposalKey)
                .put("action_type", row.actionType)
                .put("domain", row.domain)
                .put("playbook_id", row.playbookId)
                .put("author", row.author)
                .put("payload_sha256", row.payloadSha256)
                .put("lint_errors", row.lintErrors)
                .put("unsupported", row.unsupported);
    }

    private static JsonObject gating(ItemRow row) {
        var rules = new JsonArray();
        row.reasons
                .rules()
                .forEach(reason ->
                        rules.add(new JsonObject().put("rule", reason.rule()).put("detail", reason.detail())));
        return new JsonObject()
                .put("gate", row.gate.name())
                .put("blast_radius", row.blastRadius.name())
                .put("reversibility", row.reversibility.name())
                .put("reasons", new JsonObject().put("rules", rules))
                .put("required_approvals", row.requiredApprovals)
                .put("expiry_policy", row.expiryPolicy.name())
                .put("priority", row.priority)
                .put("due_time", text(row.due))
                .put("seen_share", row.seenShare);
    }

    private static JsonObject extras(ExtrasColumns extras) {
        return new JsonObject()
                .put("agent", extras.agent)
                .put("segment_id", extras.segmentId)
                .put("model", extras.model)
                .put("confidence", extras.confidence)
                .put("sampled", extras.sampled)
                .put("would_pass", extras.wouldPass)
                .put("calibrated", extras.calibrated)
                .put("calibration_version", extras.calibrationVersion)
                .put("findings", extras.findings);
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
